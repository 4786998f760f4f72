package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.byenatos.api.error.UnavailableException;

/**
 * Keeps clients that send a body slowly from taking all of the server's threads: a body that is not there soon needs one of
 * a few slots while it is read. Who sends a short body at once, as everybody on this machine does, needs none. Thread-safe.
 */
final class BodySlots {

    private static final int SLOTS = 16;
    private static final int SHORT = 64 * 1024;
    private static final long GRACE_MILLIS = 250;

    /** A client's headers often come a moment before its body: the first looks are close together, later ones are not. */
    private static final long FIRST_STEP_NANOS = 30_000;

    private static final long LONGEST_STEP_NANOS = 5_000_000;

    private final Semaphore slots = new Semaphore(SLOTS);

    /** A place from which a body is read. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * The place to read a request's body from, to be closed afterwards.
     *
     * @throws UnavailableException if too many slow bodies are being read
     */
    Slot take(HttpServletRequest request) {
        boolean none = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
        try {
            if (none || comesSoon(request)) {
                return () -> {};
            }
            if (slots.tryAcquire(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                return slots::release;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new UnavailableException("Too many bodies arrive slowly; send this one again.", Duration.ofSeconds(1));
    }

    private static boolean comesSoon(HttpServletRequest request) throws InterruptedException {
        long length = request.getContentLengthLong();
        if (length < 0 || length > SHORT) {
            return false;
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        long step = FIRST_STEP_NANOS;
        while (available(request) < length) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(step);
            step = Math.min(2 * step, LONGEST_STEP_NANOS);
        }
        return true;
    }

    private static int available(HttpServletRequest request) {
        try {
            return RequestBody.of(request).available();
        } catch (IOException gone) {
            return 0;
        }
    }
}
