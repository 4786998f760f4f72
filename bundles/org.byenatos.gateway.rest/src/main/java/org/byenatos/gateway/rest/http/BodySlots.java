package org.byenatos.gateway.rest.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.error.UnavailableException;

/**
 * The few places from which bodies are read that keep their threads waiting, so that clients that send slowly do not take
 * all of the server's threads. Thread-safe.
 */
final class BodySlots {

    private static final int SLOTS = 16;
    private static final long PATIENCE_MILLIS = 250;

    private final Semaphore slots = new Semaphore(SLOTS);

    /** A place from which a body is read. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A place, to be closed afterwards.
     *
     * @throws UnavailableException if too many slow bodies are being read
     */
    Slot take() {
        try {
            if (slots.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return slots::release;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new UnavailableException("Too many bodies arrive slowly; send this one again.", Duration.ofSeconds(1));
    }
}
