package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.byenatos.api.error.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, which does not keep a thread for long. One that is short is looked at until its next bytes are there,
 * a quarter of a second in all; after that, and from the start if it is long, a {@link BodySlots slot} is needed to wait for
 * it. It ends with a failure when it comes too slowly: after a grace it must have brought so many bytes for each second that
 * was spent waiting for it. What the server throws of its own at a malformed body is a failure to read, too. Confined to one
 * thread.
 */
final class RequestBody extends FilterInputStream {

    private static final long GRACE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long BYTES_PER_SECOND = 1024;
    private static final int SHORT = 64 * 1024;
    private static final long SOON_NANOS = Duration.ofMillis(250).toNanos();

    /** A client's headers often come a moment before its body: the first looks are close together, later ones are not. */
    private static final long FIRST_STEP_NANOS = 30_000;

    private static final long LONGEST_STEP_NANOS = 5_000_000;

    private final long length;
    private final BodySlots slots;
    private final LongSupplier nanos;
    private BodySlots.@Nullable Slot slot;
    private boolean crowded;
    private boolean ended;
    private long waited;
    private long bytes;

    /**
     * @param in the bytes
     * @param length how many they are, negative if that is not known
     * @param slots where one waits for slow ones
     * @param nanos as {@link System#nanoTime}
     */
    RequestBody(InputStream in, long length, BodySlots slots, LongSupplier nanos) {
        super(in);
        this.length = length;
        this.slots = slots;
        this.nanos = nanos;
    }

    /** The body of a request, of length 0 if it has none. */
    static RequestBody of(HttpServletRequest request, BodySlots slots) throws IOException {
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        long length = chunked ? -1 : Math.max(0, request.getContentLengthLong());
        return new RequestBody(request.getInputStream(), length, slots, System::nanoTime);
    }

    /** A read of the body. */
    @FunctionalInterface
    private interface Read {
        int from(InputStream in) throws IOException;
    }

    @Override
    public int read() throws IOException {
        int read = timed(InputStream::read);
        bytes += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = timed(body -> body.read(buffer, offset, length));
        bytes += Math.max(0, read);
        return read;
    }

    @Override
    public int available() throws IOException {
        return failing(InputStream::available);
    }

    /** Gives back the slot; what was not read can still be. */
    @Override
    public void close() throws IOException {
        if (slot != null) {
            slot.close();
            slot = null;
        }
        super.close();
    }

    /** How many bytes there are, negative if that is not known. */
    long length() {
        return length;
    }

    /** Whether it has been read to its end. */
    boolean isRead() {
        return ended || bytes == length;
    }

    /** Only waiting counts: what the core does between two reads is not the client's fault. */
    private int timed(Read read) throws IOException {
        if (slot == null && !isRead()) {
            settle();
        }
        if ((waited - GRACE_NANOS) / 1e9 * BYTES_PER_SECOND > bytes) {
            throw new IOException("The body comes too slowly");
        }
        long before = nanos.getAsLong();
        int result = failing(read);
        waited += nanos.getAsLong() - before;
        ended = ended || result < 0;
        return result;
    }

    /** Waits for the next bytes where many may wait, or takes a place where few may. */
    private void settle() throws IOException {
        if (crowded) {
            throw new IOException("There is no room to wait for the body");
        }
        if (length < 0 || length > SHORT || !comesSoon()) {
            try {
                slot = slots.take();
            } catch (UnavailableException none) {
                crowded = true;
                throw none;
            }
        }
    }

    private boolean comesSoon() throws IOException {
        long step = FIRST_STEP_NANOS;
        while (available() == 0) {
            if (waited > SOON_NANOS || Thread.currentThread().isInterrupted()) {
                return false;
            }
            long before = nanos.getAsLong();
            LockSupport.parkNanos(step);
            waited += nanos.getAsLong() - before;
            step = Math.min(2 * step, LONGEST_STEP_NANOS);
        }
        return true;
    }

    private int failing(Read read) throws IOException {
        try {
            return read.from(in);
        } catch (RuntimeException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}
