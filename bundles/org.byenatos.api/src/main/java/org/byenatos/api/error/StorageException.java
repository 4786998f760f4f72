package org.byenatos.api.error;

/** What lies on disk could not be written, read or trusted (full, read-only, damaged, another key). */
public final class StorageException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    /** @param message what failed and what to do next */
    public StorageException(String message) {
        super(message);
    }

    /**
     * @param message what failed and what to do next
     * @param cause the failure below
     */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
