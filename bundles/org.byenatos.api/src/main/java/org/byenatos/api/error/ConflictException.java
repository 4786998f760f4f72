package org.byenatos.api.error;

/** The call does not fit the present state, for example an identifier that is taken. */
public final class ConflictException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do next */
    public ConflictException(String message) {
        super(message);
    }
}
