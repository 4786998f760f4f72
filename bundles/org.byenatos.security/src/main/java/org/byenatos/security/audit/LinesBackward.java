package org.byenatos.security.audit;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file from its end to its beginning, some blocks at a time. For one thread. */
final class LinesBackward implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final FileChannel file;
    private byte[] held = {};
    private long heldAt;
    private int end;

    /**
     * @param path which file
     * @param from where to begin: an offset at which a line starts, or beyond the end for the whole file
     */
    LinesBackward(Path path, long from) throws IOException {
        this.file = FileChannel.open(path, READ);
        this.heldAt = Math.min(from, file.size());
    }

    /** The line before, without its end; {@code null} at the beginning. What stands after the last line's end is left out. */
    byte @Nullable [] previous() throws IOException {
        int last = lineFeedBefore(end);
        while (last < 0) {
            if (!more()) {
                return null;
            }
            last = lineFeedBefore(end);
        }
        int before = lineFeedBefore(last);
        while (before < 0) {
            long wasAt = heldAt;
            if (!more()) {
                break;
            }
            last += (int) (wasAt - heldAt);
            before = lineFeedBefore(last);
        }
        end = before + 1;
        return Arrays.copyOfRange(held, end, last);
    }

    /** Where the line starts that was read last. */
    long offset() {
        return heldAt + end;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The index of the last line feed before {@code limit}, -1 if none is held. */
    private int lineFeedBefore(int limit) {
        int index = limit - 1;
        while (index >= 0 && held[index] != '\n') {
            index--;
        }
        return index;
    }

    /** Holds one more block before what is held, and forgets what lies after {@code end}. */
    private boolean more() throws IOException {
        int size = (int) Math.min(BLOCK, heldAt);
        if (size == 0) {
            return false;
        }
        byte[] longer = new byte[size + end];
        ByteBuffer block = ByteBuffer.wrap(longer, 0, size);
        while (block.hasRemaining()) {
            if (file.read(block, heldAt - size + block.position()) < 0) {
                throw new IOException("the file became shorter");
            }
        }
        System.arraycopy(held, 0, longer, size, end);
        held = longer;
        heldAt -= size;
        end += size;
        return true;
    }
}
