package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.byenatos.api.error.UnavailableException;

/**
 * Bounds the memory that bodies take: a body becomes a tree, records and ciphertext, several times its size. Large ones
 * wait for each other, first come first served; small ones and streams of lines, whose batches are small, pass.
 * Thread-safe.
 */
final class BodyBudget {

    private static final int UNIT = 1024;
    private static final int FREE = 64 * UNIT;
    private static final int WAITING = 6;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Semaphore units = new Semaphore(Exchange.MAX_BODY / UNIT, true);
    private final Duration patience;

    /** @param patience how long a body waits for its turn */
    BodyBudget(Duration patience) {
        this.patience = patience;
    }

    /**
     * Works on a body when there is memory for it.
     *
     * @param bytes what {@link #weight} says of the request
     * @throws UnavailableException if others have it for too long, or too many wait already
     */
    <T> T with(long bytes, Supplier<T> work) {
        if (bytes <= FREE) {
            return work.get();
        }
        int share = (int) Math.min(Exchange.MAX_BODY, bytes) / UNIT;
        take(share);
        try {
            return work.get();
        } finally {
            units.release(share);
        }
    }

    /** How much of the budget a request's body takes. One of unknown length may be of any. */
    static long weight(HttpServletRequest request) {
        if (Exchange.isType(request, Exchange.NDJSON)) {
            return 0;
        }
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        return chunked ? Exchange.MAX_BODY : request.getContentLengthLong();
    }

    private void take(int share) {
        try {
            if (units.getQueueLength() < WAITING
                    && units.tryAcquire(share, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnavailableException(
                "Too many large bodies at once. Send them one after the other, or as application/x-ndjson.", RETRY);
    }
}
