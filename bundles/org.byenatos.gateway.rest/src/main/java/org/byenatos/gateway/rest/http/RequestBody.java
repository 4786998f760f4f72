package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;

/** A request's body; what the server throws of its own when it is malformed or comes too slowly is a failure to read. */
final class RequestBody extends FilterInputStream {

    private RequestBody(HttpServletRequest request) throws IOException {
        super(request.getInputStream());
    }

    static RequestBody of(HttpServletRequest request) throws IOException {
        return new RequestBody(request);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (RuntimeException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (RuntimeException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    @Override
    public int available() throws IOException {
        try {
            return super.available();
        } catch (RuntimeException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}
