package org.byenatos.api.error;

/** No token was given, or one that is unknown, expired or revoked. */
public final class UnauthenticatedException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do next */
    public UnauthenticatedException(String message) {
        super(message);
    }
}
