package org.byenatos.api.error;

import java.time.Duration;

/** A part of the core is away for the moment: starting, being replaced, overloaded or without what it needs. */
public class UnavailableException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param message what is away, and what to do if it stays away
     * @param retryAfter how long to wait before the next try, more than zero
     */
    public UnavailableException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before the next try. */
    public final Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public final boolean retriable() {
        return true;
    }
}
