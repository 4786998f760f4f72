package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.error.UnavailableException;

/**
 * Keeps clients that send a body slowly from taking all of the server's threads: a body that is not there soon needs one of
 * a few slots while it is read. Who sends a short body at once, as everybody on this machine does, needs none. Thread-safe.
 */
final class BodySlots {

    private static final int SLOTS = 16;
    private static final int SHORT = 64 * 1024;
    private static final long GRACE_MILLIS = 250;
    private static final long STEP_MILLIS = 5;

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
        for (long waited = 0; waited < GRACE_MILLIS; waited += STEP_MILLIS) {
            if (available(request) >= length) {
                return true;
            }
            Thread.sleep(STEP_MILLIS);
        }
        return false;
    }

    private static int available(HttpServletRequest request) {
        try {
            return RequestBody.of(request).available();
        } catch (IOException gone) {
            return 0;
        }
    }
}
