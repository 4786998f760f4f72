package org.byenatos.models.trainer;

/** What the person at the screen can put right; its message says how. */
final class TrainerException extends RuntimeException {
    TrainerException(String message) {
        super(message);
    }

    TrainerException(String message, Throwable cause) {
        super(message, cause);
    }
}
