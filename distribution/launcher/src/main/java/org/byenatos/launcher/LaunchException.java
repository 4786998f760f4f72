package org.byenatos.launcher;

/** A start, stop or command that cannot be done. The message is for the person at the terminal and says what to do. */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do */
    public LaunchException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do
     * @param cause why
     */
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
