package org.byenatos.datafilesystem.index.vector;

import java.util.Arrays;

/**
 * One bit per dimension and row: whether the value is above the mean of the rows there. Rows whose bits agree with those
 * of a target in most places are likely near it, and comparing bits is ten times as fast as multiplying. Immutable but for
 * {@link #extend}, which one thread at a time does.
 */
final class SignBits {

    private static final int SAMPLE = 4096;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH = 0x8080808080808080L;
    private static final long GATHER = 0x0102040810204080L;
    private static final int TOP_BYTE = 56;

    private final RowFormat format;
    private final long[] means;
    private final WordBlocks blocks;
    private final int sampledFrom;

    /**
     * Takes the means of rows, and no bits yet.
     *
     * @param format of the rows
     * @param rows of which the means are taken
     * @param memory where bits lie
     */
    SignBits(RowFormat format, WordBlocks.View rows, VectorMemory memory) {
        this.format = format;
        this.means = means(format, rows);
        this.sampledFrom = rows.size();
        this.blocks = new WordBlocks(width(), memory);
    }

    /** Words of a row's bits. */
    int width() {
        return (format.words() + Long.BYTES - 1) / Long.BYTES;
    }

    /** Whether rows have become so many more that their means should be taken again. */
    boolean outgrown(int size) {
        return size > 2 * sampledFrom;
    }

    /** The bits of rows that there were at one moment. */
    WordBlocks.View view() {
        return blocks.view();
    }

    /**
     * Takes up rows that were appended.
     *
     * @throws NoVectorMemoryException if their bits do not fit into memory; none is taken up then
     */
    void extend(WordBlocks.View view) {
        WordBlocks.View before = blocks.view();
        try {
            add(view);
        } catch (NoVectorMemoryException e) {
            blocks.backTo(before);
            throw e;
        }
    }

    private void add(WordBlocks.View view) {
        int stride = format.stride();
        long[] rows = new long[WordBlocks.BLOCK * stride];
        long[] bits = new long[WordBlocks.BLOCK * width()];
        int first = blocks.view().size();
        while (first < view.size()) {
            int count = Math.min(view.size() - first, WordBlocks.BLOCK - first % WordBlocks.BLOCK);
            view.copy(first, count, rows, 0);
            Arrays.fill(bits, 0);
            for (int row = 0; row < count; row++) {
                of(rows, row * stride, bits, row * width());
            }
            blocks.append(bits, count);
            first += count;
        }
    }

    /** The bits of one row. */
    void of(long[] rows, int at, long[] bits, int to) {
        for (int word = 0; word < format.words(); word++) {
            // A byte's high bit stays where the value is not below the mean: no byte borrows from the next.
            long above = ((((rows[at + word] >>> 1) & LOW) | HIGH) - means[word]) & HIGH;
            long gathered = ((above >>> 7) * GATHER) >>> TOP_BYTE;
            bits[to + word / Long.BYTES] |= gathered << (word % Long.BYTES * Byte.SIZE);
        }
    }

    private static long[] means(RowFormat format, WordBlocks.View view) {
        int[] sums = new int[format.words() * Long.BYTES];
        long[] row = new long[format.stride()];
        int step = Math.max(1, view.size() / SAMPLE);
        int count = 0;
        for (int i = 0; i < view.size(); i += step) {
            view.copy(i, 1, row, 0);
            for (int dimension = 0; dimension < sums.length; dimension++) {
                sums[dimension] +=
                        (int) (row[dimension / Long.BYTES] >>> (dimension % Long.BYTES * Byte.SIZE + 1)) & 0x7F;
            }
            count++;
        }
        long[] means = new long[format.words()];
        for (int dimension = 0; dimension < sums.length; dimension++) {
            long mean = Math.round(sums[dimension] / (double) Math.max(1, count));
            means[dimension / Long.BYTES] |= mean << (dimension % Long.BYTES * Byte.SIZE);
        }
        return means;
    }
}
