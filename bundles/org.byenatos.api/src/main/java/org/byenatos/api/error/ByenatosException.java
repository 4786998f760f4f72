package org.byenatos.api.error;

/**
 * The root of all failures that the core reports. The message is meant for a person: it says what is wrong and what to
 * do next, and never holds contents of a record.
 */
public abstract class ByenatosException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do next */
    protected ByenatosException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do next
     * @param cause what brought it about
     */
    protected ByenatosException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the same call may succeed a little later without any change by the caller. */
    public boolean retriable() {
        return false;
    }
}
