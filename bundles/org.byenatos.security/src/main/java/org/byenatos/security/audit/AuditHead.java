package org.byenatos.security.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Remembers how far the chain has come, apart from the lines, so that it shows when lines at the end were changed or cut
 * off. Always behind the lines that are on disk, never ahead.
 */
final class AuditHead {

    private static final String FORM = "%019d %s\n";
    private static final int DIGITS = 19;

    private AuditHead() {}

    /** The point, if one was written whole. */
    static Optional<ChainPoint> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file, US_ASCII);
        if (!text.matches("\\d{19} [0-9a-f]{64}\n")) {
            return Optional.empty();
        }
        return Optional.of(new ChainPoint(
                Long.parseLong(text.substring(0, DIGITS)), text.substring(DIGITS + 1, text.length() - 1)));
    }

    /** A point as its file holds it. */
    static byte[] text(ChainPoint point) {
        return FORM.formatted(point.sequence(), point.hash()).getBytes(US_ASCII);
    }

    /** Writes a point over the one before: the same length, within one block of the disk. */
    static void write(FileChannel channel, ChainPoint point) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(text(point));
        while (buffer.hasRemaining()) {
            channel.write(buffer, buffer.position());
        }
    }
}
