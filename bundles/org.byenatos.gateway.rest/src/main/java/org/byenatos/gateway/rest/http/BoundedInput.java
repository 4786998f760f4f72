package org.byenatos.gateway.rest.http;

import java.io.IOException;
import java.io.InputStream;
import org.byenatos.api.error.TooLargeException;

/** A stream that may hold only so many bytes. */
final class BoundedInput extends InputStream {

    private final InputStream in;
    private final String limit;
    private long left;

    BoundedInput(InputStream in, long most, String limit) {
        this.in = in;
        this.left = most;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read >= 0) {
            take(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            take(read);
        }
        return read;
    }

    private void take(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new TooLargeException("The body is larger than " + limit + ".");
        }
    }
}
