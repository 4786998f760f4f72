package org.byenatos.datafilesystem.index.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.byenatos.api.security.UserCipher;

/** Encrypts what is written to it, once, from beginning to end. Not thread-safe. */
final class SealingStream extends OutputStream {

    private final OutputStream out;
    private final UserCipher cipher;
    private final byte[] fileId;
    private final byte[] block = new byte[BlockFormat.BLOCK];
    private int filled;
    private long number;
    private boolean closed;

    /**
     * @param out where to
     * @param cipher of the user
     * @param fileId the random name of the file
     */
    SealingStream(OutputStream out, UserCipher cipher, byte[] fileId) throws IOException {
        this.out = out;
        this.cipher = cipher;
        this.fileId = fileId;
        out.write(ByteBuffer.allocate(BlockFormat.HEAD)
                .putInt(BlockFormat.MAGIC)
                .put(fileId)
                .array());
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == block.length) {
                seal(false);
            }
            int part = Math.min(left, block.length - filled);
            System.arraycopy(bytes, at, block, filled, part);
            filled += part;
            at += part;
            left -= part;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            seal(true);
        }
    }

    private void seal(boolean last) throws IOException {
        byte[] plain = filled == block.length ? block : Arrays.copyOf(block, filled);
        out.write(cipher.seal(plain, BlockFormat.binding(fileId, number, last)));
        number++;
        filled = 0;
    }
}
