package org.byenatos.datafilesystem.index.vector;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries of some words each, in memory outside of the heap. One thread at a time appends; any number of threads read a
 * {@link View} meanwhile.
 */
final class WordBlocks {

    /** Entries of a block. */
    static final int BLOCK = 512;

    private final VectorMemory memory;
    private volatile View view;

    /**
     * @param width words of an entry
     * @param memory where entries lie
     */
    WordBlocks(int width, VectorMemory memory) {
        this.memory = memory;
        this.view = new View(width, List.of(), 0);
    }

    /**
     * The entries that there were at one moment.
     *
     * @param width words of an entry
     * @param blocks of {@value WordBlocks#BLOCK} entries each; what follows the last entry is not to be read
     * @param size how many entries
     */
    record View(int width, List<LongBuffer> blocks, int size) {

        /** Copies entries that lie in one block to a place in an array. */
        void copy(int first, int count, long[] to, int at) {
            blocks.get(first / BLOCK).get(first % BLOCK * width, to, at, count * width);
        }

        /** One word of an entry. */
        long word(int entry, int index) {
            return blocks.get(entry / BLOCK).get(entry % BLOCK * width + index);
        }
    }

    View view() {
        return view;
    }

    /** Takes back what was appended since a view. */
    void backTo(View earlier) {
        view = earlier;
    }

    /**
     * Appends the first entries of an array.
     *
     * @throws NoVectorMemoryException if they do not fit into memory; nothing is appended then
     */
    void append(long[] entries, int count) {
        int width = view.width();
        List<LongBuffer> blocks = new ArrayList<>(view.blocks());
        int size = view.size();
        int done = 0;
        while (done < count) {
            if (size == blocks.size() * BLOCK) {
                blocks.add(memory.take(BLOCK * width));
            }
            int part = Math.min(count - done, BLOCK - size % BLOCK);
            blocks.get(size / BLOCK).put(size % BLOCK * width, entries, done * width, part * width);
            size += part;
            done += part;
        }
        view = new View(width, List.copyOf(blocks), size);
    }
}
