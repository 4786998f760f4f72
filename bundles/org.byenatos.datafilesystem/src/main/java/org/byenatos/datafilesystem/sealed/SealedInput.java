package org.byenatos.datafilesystem.sealed;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.UserCipher;

/** Opens what {@link SealedOutput} wrote; nothing of a block is handed out before it is proved whole. */
public final class SealedInput extends InputStream {

    private final DataInputStream in;
    private final UserCipher cipher;
    private final Blocks blocks;
    private byte[] block = {};
    private int position;
    private long number;
    private boolean ended;

    /**
     * @param in sealed blocks; closed with this
     * @param cipher opens
     * @param name of the stream
     */
    public SealedInput(InputStream in, UserCipher cipher, String name) {
        this.in = new DataInputStream(new BufferedInputStream(in, Blocks.SIZE));
        this.cipher = cipher;
        this.blocks = new Blocks(name);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (position == block.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int taken = Math.min(length, block.length - position);
        System.arraycopy(block, position, bytes, offset, taken);
        position += taken;
        return taken;
    }

    private void next() throws IOException {
        try {
            int length = in.readInt();
            if (length < UserCipher.OVERHEAD || length > Blocks.SIZE + UserCipher.OVERHEAD) {
                throw new StorageException("A sealed file is damaged.");
            }
            byte[] sealed = new byte[length];
            in.readFully(sealed);
            block = open(sealed);
            position = 0;
            number++;
        } catch (EOFException cut) {
            throw new StorageException("A sealed file is cut short.", cut);
        }
    }

    /** Only a block that is not full, or one that nothing follows, can be the last. */
    private byte[] open(byte[] sealed) throws IOException {
        in.mark(1);
        ended = in.read() < 0;
        if (!ended) {
            in.reset();
        }
        return cipher.open(sealed, blocks.binding(number, ended));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
