package org.byenatos.security.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Finds the last whole line of a file. What a crash left after it (half a line, zeros) is moved to a file beside, so that
 * appending can go on.
 */
final class TailRepair {

    private static final int WINDOW = 1 << 20;

    private final LineCodec codec;
    private final Path torn;

    TailRepair(LineCodec codec, Path torn) {
        this.codec = codec;
        this.torn = torn;
    }

    /**
     * Repairs the end of a file.
     *
     * @return the point at its last line, {@link ChainPoint#START} if it has none
     */
    ChainPoint repair(FileChannel file) throws IOException {
        while (file.size() > 0) {
            byte[] window = lastOf(file);
            for (int end = lastLineEnd(window, window.length); end > 0; end = lastLineEnd(window, end - 1)) {
                byte[] line = Arrays.copyOfRange(window, lastLineEnd(window, end - 1), end - 1);
                var link = codec.link(line);
                if (link.isPresent()) {
                    putAside(file, window, end);
                    return ChainPoint.at(link.get().sequence(), line);
                }
            }
            putAside(file, window, 0);
        }
        return ChainPoint.START;
    }

    private void putAside(FileChannel file, byte[] window, int from) throws IOException {
        if (from == window.length) {
            return;
        }
        Files.write(torn, Arrays.copyOfRange(window, from, window.length), CREATE, APPEND);
        file.truncate(file.size() - (window.length - from));
        file.force(true);
    }

    private static byte[] lastOf(FileChannel file) throws IOException {
        byte[] window = new byte[(int) Math.min(WINDOW, file.size())];
        long start = file.size() - window.length;
        ByteBuffer buffer = ByteBuffer.wrap(window);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = file.read(buffer, start + buffer.position());
        }
        return window;
    }

    /** The index after the last line feed before {@code end}, 0 if there is none. */
    private static int lastLineEnd(byte[] window, int end) {
        int index = end;
        while (index > 0 && window[index - 1] != '\n') {
            index--;
        }
        return index;
    }
}
