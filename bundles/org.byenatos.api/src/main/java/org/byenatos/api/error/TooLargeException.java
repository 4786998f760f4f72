package org.byenatos.api.error;

/** The input is larger than any input may be; the message names the limit. */
public final class TooLargeException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do next */
    public TooLargeException(String message) {
        super(message);
    }
}
