package org.byenatos.datafilesystem.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a block of a sealed stream is bound to: which stream, which place, and whether it is the last one. */
final class Blocks {

    /** How many bytes of plain text a block holds, the last one fewer. */
    static final int SIZE = 64 * 1024;

    private final byte[] name;

    Blocks(String name) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
    }

    byte[] binding(long number, boolean last) {
        return ByteBuffer.allocate(name.length + Long.BYTES + 1)
                .put(name)
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
