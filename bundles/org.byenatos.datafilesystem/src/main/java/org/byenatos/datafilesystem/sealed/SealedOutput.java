package org.byenatos.datafilesystem.sealed;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.byenatos.api.security.UserCipher;

/** Seals what is written to it, block by block. Only {@link #finish} makes it whole; closing alone leaves it cut short. */
public final class SealedOutput extends OutputStream {

    private final DataOutputStream out;
    private final UserCipher cipher;
    private final Blocks blocks;
    private final byte[] block = new byte[Blocks.SIZE];
    private int filled;
    private long number;

    /**
     * @param out where sealed blocks go; closed with this
     * @param cipher seals
     * @param name of the stream; needed again to read it
     */
    public SealedOutput(OutputStream out, UserCipher cipher, String name) {
        this.out = new DataOutputStream(out);
        this.cipher = cipher;
        this.blocks = new Blocks(name);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == block.length) {
                seal(false);
            }
            int taken = Math.min(left, block.length - filled);
            System.arraycopy(bytes, from, block, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    /** Writes the last block. */
    public void finish() throws IOException {
        seal(true);
        out.flush();
    }

    private void seal(boolean last) throws IOException {
        byte[] sealed = cipher.seal(Arrays.copyOf(block, filled), blocks.binding(number++, last));
        out.writeInt(sealed.length);
        out.write(sealed);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
