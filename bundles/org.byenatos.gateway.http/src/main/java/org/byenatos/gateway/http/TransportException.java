package org.byenatos.gateway.http;

/** TLS cannot be set up; the message says what to do. */
final class TransportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TransportException(String message) {
        super(message);
    }

    TransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
