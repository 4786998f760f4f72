package org.byenatos.datafilesystem.index.vector;

import org.jspecify.annotations.Nullable;

/**
 * Rows in memory, in ascending order of the changes that they were made for, and their sign bits once they are many. One
 * thread at a time appends; any number of threads read a {@link View} meanwhile.
 */
final class Rows {

    private final RowFormat format;
    private final int signsAbove;
    private final VectorMemory memory;
    private final WordBlocks words;
    private @Nullable SignBits signs;
    private volatile View view;

    /**
     * @param format of the rows
     * @param signsAbove so many rows do without sign bits
     * @param memory where they lie
     */
    Rows(RowFormat format, int signsAbove, VectorMemory memory) {
        this.format = format;
        this.signsAbove = signsAbove;
        this.memory = memory;
        this.words = new WordBlocks(format.stride(), memory);
        this.view = new View(format, words.view(), null, null);
    }

    /**
     * The rows that there were at one moment.
     *
     * @param format of the rows
     * @param words of the rows
     * @param signs makes bits as those of the rows, {@code null} if they have none
     * @param bits of the rows, {@code null} if they have none
     */
    record View(
            RowFormat format,
            WordBlocks.View words,
            @Nullable SignBits signs,
            WordBlocks.@Nullable View bits) {

        int size() {
            return words.size();
        }

        /** The change that a row was made for. */
        long seq(int row) {
            return words.word(row, words.width() - 1);
        }

        /** The row of a change, negative if there is none. */
        int find(long seq) {
            int low = 0;
            int high = size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                long found = seq(middle);
                if (found == seq) {
                    return middle;
                }
                if (found < seq) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -1;
        }
    }

    RowFormat format() {
        return format;
    }

    View view() {
        return view;
    }

    /**
     * Appends the first rows of an array.
     *
     * @throws NoVectorMemoryException if they do not fit into memory; nothing is appended then
     */
    void append(long[] rows, int count) {
        WordBlocks.View before = words.view();
        words.append(rows, count);
        WordBlocks.View all = words.view();
        SignBits bits;
        try {
            bits = signsOf(all);
        } catch (NoVectorMemoryException e) {
            words.backTo(before);
            throw e;
        }
        signs = bits;
        view = new View(format, all, bits, bits == null ? null : bits.view());
    }

    /** The bits of all rows, none as long as they are few. */
    private @Nullable SignBits signsOf(WordBlocks.View all) {
        SignBits bits = signs;
        if (all.size() > signsAbove) {
            if (bits == null || bits.outgrown(all.size())) {
                bits = new SignBits(format, all, memory);
            }
            bits.extend(all);
        }
        return bits;
    }
}
