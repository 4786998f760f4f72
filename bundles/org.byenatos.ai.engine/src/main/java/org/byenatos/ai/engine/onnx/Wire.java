package org.byenatos.ai.engine.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Reads Protocol Buffers' wire format field by field and skips what nobody wants without reading it. Knows no message.
 * Whatever the file holds, it ends or throws {@link IOException}.
 */
final class Wire {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;
    private static final int LONGEST_TEXT = 4096;

    private final SeekableByteChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024).flip();
    private long end;
    private int field;
    private int type;

    /** @param file read from where it stands to its end */
    Wire(SeekableByteChannel file) throws IOException {
        this.file = file;
        this.end = file.size();
    }

    /** Where the file ends, as the outermost message does. */
    long size() throws IOException {
        return file.size();
    }

    /**
     * Goes to the next field of a message.
     *
     * @param messageEnd where the message ends
     * @return whether there is one
     */
    boolean next(long messageEnd) throws IOException {
        end = messageEnd;
        if (position() >= messageEnd) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        return true;
    }

    /** The number of the field. */
    int field() {
        return field;
    }

    /** Whether the field is a message, a text or bytes, and so has an inside. */
    boolean hasInside() {
        return type == BYTES;
    }

    /** Steps into the field. @return where its inside ends */
    long enter() throws IOException {
        require(type == BYTES);
        long length = varint();
        require(length >= 0 && length <= end - position());
        return position() + length;
    }

    /** The field as a number. */
    long number() throws IOException {
        require(type == VARINT);
        return varint();
    }

    /** The field as a text. */
    String text() throws IOException {
        long length = enter() - position();
        require(length <= LONGEST_TEXT);
        byte[] bytes = new byte[(int) length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = read();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Leaves the field out. */
    void skip() throws IOException {
        switch (type) {
            case VARINT -> varint();
            case FIXED_64 -> seek(position() + Long.BYTES);
            case FIXED_32 -> seek(position() + Integer.BYTES);
            default -> seek(enter());
        }
    }

    /** Leaves the bytes of the field out. @return where they begin; they end at the next {@link #position} */
    long skipBytes() throws IOException {
        long target = enter();
        long start = position();
        seek(target);
        return start;
    }

    /** A number without a tag, as packed fields hold them. */
    long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = read();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw malformed();
    }

    /** Where the next byte is. */
    long position() throws IOException {
        return file.position() - buffer.remaining();
    }

    private void seek(long target) throws IOException {
        long ahead = target - position();
        require(target <= end && ahead >= 0);
        if (ahead <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) ahead);
        } else {
            buffer.position(buffer.limit());
            file.position(target);
        }
    }

    private byte read() throws IOException {
        if (!buffer.hasRemaining()) {
            buffer.clear();
            int read = file.read(buffer);
            buffer.flip();
            require(read > 0);
        }
        return buffer.get();
    }

    private static void require(boolean right) throws IOException {
        if (!right) {
            throw malformed();
        }
    }

    private static IOException malformed() {
        return new IOException("no ONNX file, or a damaged one");
    }
}
