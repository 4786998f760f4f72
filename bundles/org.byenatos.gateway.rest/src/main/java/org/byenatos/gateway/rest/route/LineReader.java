package org.byenatos.gateway.rest.route;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes without their ends; of a line that is too long it keeps only that it is. */
final class LineReader {

    private final InputStream in;
    private final int most;

    LineReader(InputStream in, int most) {
        this.in = new BufferedInputStream(in, 16_384);
        this.most = most;
    }

    /** The next line, one byte longer than allowed if it is too long; {@code null} at the end. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (read != '\r' && line.size() <= most) {
                line.write(read);
            }
            read = in.read();
        }
        return line.toByteArray();
    }
}
