package org.byenatos.datafilesystem.index.vault;

import java.nio.ByteBuffer;
import org.byenatos.api.security.UserCipher;

/**
 * How an encrypted file lies on disk: a head of four magic bytes and sixteen random ones that name the file, then its
 * blocks. Each block but the last holds {@value #BLOCK} bytes; each is sealed on its own and bound to the file's name,
 * its own number and whether it is the last, so that no block can be swapped, repeated, dropped or cut off unseen.
 */
final class BlockFormat {

    /** Plain bytes of a block. */
    static final int BLOCK = 4096;

    /** Bytes of a full block on disk. */
    static final int SEALED_BLOCK = BLOCK + UserCipher.OVERHEAD;

    /** Bytes before the first block. */
    static final int HEAD = 20;

    /** Bytes of a file's random name. */
    static final int ID = 16;

    /** "BYX" and the version of this format. */
    static final int MAGIC = 0x42595801;

    private static final int DOMAIN = 0x42495844;

    private BlockFormat() {}

    /** How many blocks a file of this size on disk has, at least one. */
    static long blocks(long size) {
        return Math.max(1, (size - HEAD + SEALED_BLOCK - 1) / SEALED_BLOCK);
    }

    /** How many plain bytes a file of this size on disk holds; negative if the size is no file's of this format. */
    static long plainLength(long size) {
        return size - HEAD - blocks(size) * UserCipher.OVERHEAD;
    }

    /** Where a block begins on disk. */
    static long offset(long block) {
        return HEAD + block * SEALED_BLOCK;
    }

    /** What a block is bound to. */
    static byte[] binding(byte[] fileId, long block, boolean last) {
        return ByteBuffer.allocate(Integer.BYTES + ID + Long.BYTES + 1)
                .putInt(DOMAIN)
                .put(fileId)
                .putLong(block)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
