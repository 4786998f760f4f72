package org.byenatos.api.error;

/** What was named does not exist, or the caller may not know that it does. */
public final class NotFoundException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do next */
    public NotFoundException(String message) {
        super(message);
    }
}
