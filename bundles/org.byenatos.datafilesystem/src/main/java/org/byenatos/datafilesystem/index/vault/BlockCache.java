package org.byenatos.datafilesystem.index.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decrypted blocks that were used last, of all files of all users. Thread-safe. */
public final class BlockCache {

    private final LinkedHashMap<Key, byte[]> blocks;

    /** @param capacityBytes how much it holds, in memory only */
    public BlockCache(long capacityBytes) {
        long capacity = Math.max(16, capacityBytes / BlockFormat.BLOCK);
        this.blocks = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized byte @Nullable [] get(Key key) {
        return blocks.get(key);
    }

    synchronized void put(Key key, byte[] block) {
        blocks.put(key, block);
    }

    /** Which block of which open file. The file is compared by identity, so that a name used again is another file. */
    record Key(SealedFile file, long block) {

        /** Asked with every block that is read: what a record has by itself costs several times as much under C1. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.file == file && key.block == block;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(file) + Long.hashCode(block);
        }
    }
}
