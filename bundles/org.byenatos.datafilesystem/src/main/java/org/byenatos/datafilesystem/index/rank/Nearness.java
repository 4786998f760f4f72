package org.byenatos.datafilesystem.index.rank;

import java.util.Arrays;

/**
 * How near some records are to what a question means, in standard deviations above the mean of all; the others are not
 * near at all. Immutable.
 */
final class Nearness {

    private static final Neighbourhood AROUND = Neighbourhood.OF_MEANING;

    private final int[] ranks;
    private final float[] values;
    private final int size;

    private Nearness(int[] ranks, float[] values, int size) {
        this.ranks = ranks;
        this.values = values;
        this.size = size;
    }

    /**
     * Of ranks in any order, none of them twice.
     *
     * @param ranks which are near
     * @param values how near each is, 0 or more
     */
    static Nearness of(int[] ranks, float[] values) {
        long[] entries = new long[ranks.length];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = ((long) ranks[i] << Integer.SIZE) | Float.floatToIntBits(values[i]);
        }
        Arrays.sort(entries);
        int[] sorted = new int[entries.length];
        float[] sortedValues = new float[entries.length];
        for (int i = 0; i < entries.length; i++) {
            sorted[i] = (int) (entries[i] >>> Integer.SIZE);
            sortedValues[i] = Float.intBitsToFloat((int) entries[i]);
        }
        return new Nearness(sorted, sortedValues, sorted.length);
    }

    /** How near a rank is. */
    float at(int rank) {
        int place = Arrays.binarySearch(ranks, 0, size, rank);
        return place < 0 ? 0 : values[place];
    }

    /** Adds to the sums of those that are near. */
    void addTo(float[] sums, float weight) {
        for (int i = 0; i < size; i++) {
            sums[ranks[i]] += weight * values[i];
        }
    }

    /**
     * The nearness of each record together with those around it in the thread, again in standard deviations: a vector of
     * one message alone says little, and what is random in several adds up as the root of the squares of their weights.
     */
    Nearness overNeighbours(ThreadOrder order) {
        int most = (1 + 2 * AROUND.reach()) * size;
        int[] touched = new int[most];
        float[] alone = new float[most];
        float[] lent = new float[most];
        int count = 0;
        int start = 0;
        int end = 0;
        for (int i = 0; i < size; i++) {
            int rank = ranks[i];
            if (rank >= end) {
                start = order.threadStart(rank);
                end = order.threadEnd(rank);
            }
            int first = Math.max(start, rank - AROUND.reach());
            int last = Math.min(end - 1, rank + AROUND.reach());
            for (int around = count == 0 ? first : Math.max(first, touched[count - 1] + 1); around <= last; around++) {
                touched[count++] = around;
            }
            // Those touched last are all from the first to the last around this one.
            for (int around = last, place = count - 1; around >= first; around--, place--) {
                lend(around - rank, values[i], place, alone, lent);
            }
        }
        for (int i = 0; i < count; i++) {
            if (i == 0 || touched[i] >= end || touched[i] < start) {
                start = order.threadStart(touched[i]);
                end = order.threadEnd(touched[i]);
            }
            lent[i] = (alone[i] + lent[i]) / (float) Math.sqrt(squares(touched[i], start, end));
        }
        return new Nearness(touched, lent, count);
    }

    private static void lend(int away, float much, int place, float[] alone, float[] lent) {
        if (away == 0) {
            alone[place] = much;
        } else {
            lent[place] += AROUND.share(Math.abs(away)) * much;
        }
    }

    private static float squares(int rank, int start, int end) {
        return 1 + AROUND.squares(rank - start) + AROUND.squares(end - 1 - rank);
    }
}
