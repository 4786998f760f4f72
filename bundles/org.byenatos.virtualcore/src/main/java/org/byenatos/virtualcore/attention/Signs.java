package org.byenatos.virtualcore.attention;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The signs of the held vectors, one row a slot, side by side, so that looking through thousands takes microseconds. The
 * share of signs in which two vectors differ is near the angle between them, by which a look picks those that may be near
 * enough.
 */
final class Signs {

    /** Standard deviations that signs may be off: of those just near enough one in forty is missed, of nearer ones none. */
    private static final double CARE = 2;

    private final int words;
    private final int limit;
    private final long[] rows;

    /**
     * @param slots how many are held
     * @param dimensions of the vectors
     * @param cosine which are looked for
     */
    Signs(int slots, int dimensions, double cosine) {
        double share = Math.acos(cosine) / Math.PI;
        this.words = (dimensions + Long.SIZE - 1) / Long.SIZE;
        this.limit = (int) Math.ceil(dimensions * share + CARE * Math.sqrt(dimensions * share * (1 - share)));
        this.rows = new long[slots * words];
    }

    void put(int slot, long[] signs) {
        System.arraycopy(signs, 0, rows, slot * words, words);
    }

    /** Calls with each slot that may be near; also with slots that nothing was put in. */
    void near(long[] signs, int slots, IntConsumer found) {
        long[] wanted = Arrays.copyOf(signs, words);
        for (int slot = 0, at = 0; slot < slots; slot++, at += words) {
            int differing = 0;
            for (int word = 0; word < words; word++) {
                differing += Long.bitCount(wanted[word] ^ rows[at + word]);
            }
            if (differing <= limit) {
                found.accept(slot);
            }
        }
    }
}
