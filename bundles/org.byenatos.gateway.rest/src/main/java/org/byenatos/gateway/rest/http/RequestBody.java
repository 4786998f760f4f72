package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A request's body, which ends with a failure when it comes too slowly: after a grace it must have brought so many bytes for
 * each second that was spent waiting for it. What the server throws of its own at a malformed body is a failure to read,
 * too. Confined to one thread.
 */
final class RequestBody extends FilterInputStream {

    private static final long GRACE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long BYTES_PER_SECOND = 1024;

    private final LongSupplier nanos;
    private long waited;
    private long bytes;

    RequestBody(InputStream in, LongSupplier nanos) {
        super(in);
        this.nanos = nanos;
    }

    static RequestBody of(HttpServletRequest request) throws IOException {
        return new RequestBody(request.getInputStream(), System::nanoTime);
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

    /** Only waiting counts: what the core does between two reads is not the client's fault. */
    private int timed(Read read) throws IOException {
        if ((waited - GRACE_NANOS) / 1e9 * BYTES_PER_SECOND > bytes) {
            throw new IOException("The body comes too slowly");
        }
        long before = nanos.getAsLong();
        int result = failing(read);
        waited += nanos.getAsLong() - before;
        return result;
    }

    private int failing(Read read) throws IOException {
        try {
            return read.from(in);
        } catch (RuntimeException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}
