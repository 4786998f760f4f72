package org.byenatos.api.error;

/** The caller is known but may not do this; the message names what is missing and how to get it. */
public final class PermissionDeniedException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do next */
    public PermissionDeniedException(String message) {
        super(message);
    }
}
