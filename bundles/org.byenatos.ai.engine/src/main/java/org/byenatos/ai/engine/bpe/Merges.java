package org.byenatos.ai.engine.bpe;

import java.util.Arrays;

/** Which two neighbouring tokens become which one, and which pair goes first: that of the lower rank. */
final class Merges {

    /** The rank of what does not merge. */
    static final int NONE = Integer.MAX_VALUE;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] pairs;
    private final int[] results;
    private final int[] slots;
    private final int shift;

    private Merges(long[] pairs, int[] results) {
        this.pairs = pairs;
        this.results = results;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros((pairs.length * 3 / 2) | 1);
        this.slots = new int[1 << bits];
        this.shift = Long.SIZE - bits;
        Arrays.fill(slots, NONE);
        for (int rank = 0; rank < pairs.length; rank++) {
            slots[slot(pairs[rank])] = rank;
        }
    }

    /** The rank of a pair, {@link #NONE} if it stays two. */
    int rank(int left, int right) {
        return slots[slot(pair(left, right))];
    }

    /** What the pair of a rank becomes. */
    int result(int rank) {
        return results[rank];
    }

    /** Where a pair is, or would be. */
    private int slot(long pair) {
        int slot = (int) ((pair * SPREAD) >>> shift);
        while (slots[slot] != NONE && pairs[slots[slot]] != pair) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static long pair(int left, int right) {
        return ((long) left << Integer.SIZE) | right;
    }

    /** Takes merges in the order of their ranks. Of two for one pair the later one counts. */
    static final class Builder {

        private long[] pairs = new long[1024];
        private int[] results = new int[1024];
        private int size;

        void add(int left, int right, int result) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
                results = Arrays.copyOf(results, 2 * size);
            }
            pairs[size] = pair(left, right);
            results[size++] = result;
        }

        Merges build() {
            return new Merges(Arrays.copyOf(pairs, size), Arrays.copyOf(results, size));
        }
    }
}
