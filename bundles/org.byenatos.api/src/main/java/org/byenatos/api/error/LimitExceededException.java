package org.byenatos.api.error;

import java.time.Duration;

/** The caller asks more than its share; the same call succeeds after a while. */
public final class LimitExceededException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param message which limit
     * @param retryAfter how long to wait, more than zero
     */
    public LimitExceededException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before the next try. */
    public Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public boolean retriable() {
        return true;
    }
}
