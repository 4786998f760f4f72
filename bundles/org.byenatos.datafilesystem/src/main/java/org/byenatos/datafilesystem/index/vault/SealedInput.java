package org.byenatos.datafilesystem.index.vault;

import java.io.EOFException;
import java.io.IOException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.BitUtil;

/** Reads an encrypted file, or a slice of one. Clones and slices share the file, which the first input closes. */
final class SealedInput extends IndexInput implements RandomAccessInput {

    private static final byte[] NONE = {};

    private final SealedFile file;
    private final long start;
    private final long length;
    private boolean owner;
    private long position;
    private byte[] block = NONE;
    private long number = -1;

    private SealedInput(String description, SealedFile file, long start, long length, boolean owner) {
        super(description);
        this.file = file;
        this.start = start;
        this.length = length;
        this.owner = owner;
    }

    /** @param file is closed with this input */
    SealedInput(SealedFile file) {
        this(file.name(), file, 0, file.length(), true);
    }

    @Override
    public byte readByte() throws IOException {
        byte value = readByte(position);
        position++;
        return value;
    }

    @Override
    public void readBytes(byte[] bytes, int offset, int count) throws IOException {
        check(position, count);
        int done = 0;
        while (done < count) {
            int from = load(start + position);
            int part = Math.min(count - done, block.length - from);
            System.arraycopy(block, from, bytes, offset + done, part);
            done += part;
            position += part;
        }
    }

    @Override
    public short readShort() throws IOException {
        short value = readShort(position);
        position += Short.BYTES;
        return value;
    }

    @Override
    public int readInt() throws IOException {
        int value = readInt(position);
        position += Integer.BYTES;
        return value;
    }

    @Override
    public long readLong() throws IOException {
        long value = readLong(position);
        position += Long.BYTES;
        return value;
    }

    @Override
    public byte readByte(long at) throws IOException {
        check(at, 1);
        int from = load(start + at);
        return block[from];
    }

    @Override
    public short readShort(long at) throws IOException {
        check(at, Short.BYTES);
        int from = load(start + at);
        return from + Short.BYTES <= block.length
                ? (short) BitUtil.VH_LE_SHORT.get(block, from)
                : (short) assemble(at, Short.BYTES);
    }

    @Override
    public int readInt(long at) throws IOException {
        check(at, Integer.BYTES);
        int from = load(start + at);
        return from + Integer.BYTES <= block.length
                ? (int) BitUtil.VH_LE_INT.get(block, from)
                : (int) assemble(at, Integer.BYTES);
    }

    @Override
    public long readLong(long at) throws IOException {
        check(at, Long.BYTES);
        int from = load(start + at);
        return from + Long.BYTES <= block.length
                ? (long) BitUtil.VH_LE_LONG.get(block, from)
                : assemble(at, Long.BYTES);
    }

    @Override
    public long getFilePointer() {
        return position;
    }

    @Override
    public void seek(long at) throws IOException {
        if (at < 0 || at > length) {
            throw new EOFException("Seek outside of " + this);
        }
        position = at;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public SealedInput clone() {
        SealedInput clone = (SealedInput) super.clone();
        clone.owner = false;
        return clone;
    }

    @Override
    public SealedInput slice(String description, long offset, long count) {
        if (offset < 0 || count < 0 || offset + count > length) {
            throw new IllegalArgumentException("A slice outside of " + this);
        }
        return new SealedInput(toString(), file, start + offset, count, false);
    }

    @Override
    public void close() throws IOException {
        if (owner) {
            file.close();
        }
    }

    private long assemble(long at, int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (readByte(at + i) & 0xFFL) << (i * Byte.SIZE);
        }
        return value;
    }

    /** Makes the block of a place in the file the present one and says where in the block the place is. */
    private int load(long place) throws IOException {
        long wanted = place / BlockFormat.BLOCK;
        if (wanted != number) {
            block = file.block(wanted);
            number = wanted;
        }
        return (int) (place % BlockFormat.BLOCK);
    }

    private void check(long at, int count) throws EOFException {
        if (at < 0 || at + count > length) {
            throw new EOFException("Read past the end of " + this);
        }
    }
}
