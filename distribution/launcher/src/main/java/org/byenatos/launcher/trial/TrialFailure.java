package org.byenatos.launcher.trial;

/** What ends a trial early; the message is for the person who watches it. */
public final class TrialFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason what went wrong */
    public TrialFailure(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What went wrong. */
    public String reason() {
        return reason;
    }
}
