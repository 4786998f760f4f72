package org.byenatos.datafilesystem.index.vector;

/** There is no memory outside of the heap for more vectors. What was tried has changed nothing. */
final class NoVectorMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoVectorMemoryException(OutOfMemoryError cause) {
        super("There is no memory outside of the heap for more vectors.", cause);
    }
}
