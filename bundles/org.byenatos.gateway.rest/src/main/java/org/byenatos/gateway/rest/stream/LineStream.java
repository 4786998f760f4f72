package org.byenatos.gateway.rest.stream;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.upkeep.ArchivePage;
import org.byenatos.gateway.rest.http.Lz4;
import org.byenatos.gateway.rest.http.Streaming;

/**
 * JSON Lines that are read part by part while they are written, on the request's thread. One that fails in the middle
 * breaks the connection off: what ends well has an end line.
 */
public final class LineStream implements Streaming {

    private static final System.Logger LOG = System.getLogger(LineStream.class.getName());

    private final ArchivePage first;
    private final Function<String, ArchivePage> next;
    private final boolean compressed;

    /**
     * @param first the first part
     * @param next gives the part that begins at a cursor
     * @param compressed whether to write an LZ4 frame
     */
    public LineStream(ArchivePage first, Function<String, ArchivePage> next, boolean compressed) {
        this.first = first;
        this.next = next;
        this.compressed = compressed;
    }

    @Override
    public void begin(AsyncContext context) throws IOException {
        try (OutputStream out = out(context)) {
            write(first, out);
            String cursor = first.nextCursor();
            while (cursor != null) {
                ArchivePage page = next.apply(cursor);
                write(page, out);
                cursor = page.nextCursor();
            }
        } catch (ByenatosException failed) {
            LOG.log(System.Logger.Level.WARNING, "An export ended in the middle: {0}", failed.getMessage());
        }
        context.complete();
    }

    private OutputStream out(AsyncContext context) throws IOException {
        OutputStream plain = context.getResponse().getOutputStream();
        return compressed ? Lz4.encoding(plain) : plain;
    }

    private static void write(ArchivePage page, OutputStream out) throws IOException {
        for (Json line : page.lines()) {
            out.write(line.text().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
    }
}
