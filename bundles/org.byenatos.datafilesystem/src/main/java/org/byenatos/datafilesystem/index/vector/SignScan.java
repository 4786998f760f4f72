package org.byenatos.datafilesystem.index.vector;

/**
 * Picks the rows that are likely the nearest to a target by their sign bits alone, in one pass: of the rows whose bits agree
 * with the target's in most places, those whose bits have most of the target's values on their side.
 */
final class SignScan {

    private static final int PART = 64;

    /** In how many places a row may differ to be looked at any further is learned from so many rows, some at a time. */
    private static final int SAMPLE = 512;

    private static final int RUN = 8;

    /** Of fewer rows nothing can be learned. */
    private static final int LEAST_SAMPLE = 64;

    private static final long M1 = 0x5555555555555555L;
    private static final long M2 = 0x3333333333333333L;
    private static final long M4 = 0x0F0F0F0F0F0F0F0FL;
    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final long SUM = 0x0001000100010001L;

    private final WordBlocks.View bits;
    private final long[] own;
    private final SignSums sums;
    private final RowFilter filter;

    /**
     * @param bits of the rows
     * @param own bits of the target
     * @param sums of the target's values
     * @param filter which rows may be picked
     */
    SignScan(WordBlocks.View bits, long[] own, SignSums sums, RowFilter filter) {
        this.bits = bits;
        this.own = own;
        this.sums = sums;
        this.filter = filter;
    }

    /**
     * At least so many permitted rows, or all of those looked at if they are fewer; ascending.
     *
     * @param share of the rows that are looked at more closely, because their bits agree with the target's
     * @param wanted how many of these are picked
     */
    int[] pick(double share, int wanted) {
        int most = most(share);
        SignPicks picks = new SignPicks((int) (share * bits.size()) + SAMPLE);
        long[] part = new long[PART * bits.width()];
        for (int first = 0; first < bits.size(); first += PART) {
            int count = Math.min(PART, bits.size() - first);
            bits.copy(first, count, part, 0);
            for (int i = 0; i < count; i++) {
                int at = i * own.length;
                if (differ(part, at, own) <= most && filter.permits(first + i)) {
                    picks.add(first + i, sums.of(part, at));
                }
            }
        }
        return picks.best(wanted);
    }

    /** In how many places a row may differ to be among this share of the permitted, as far as a sample of them tells. */
    private int most(double share) {
        int[] rowsDiffering = new int[bits.width() * Long.SIZE + 1];
        long[] run = new long[RUN * bits.width()];
        int step = Math.max(RUN, bits.size() / (SAMPLE / RUN) / RUN * RUN);
        int sampled = 0;
        for (int first = 0; first + RUN <= bits.size(); first += step) {
            bits.copy(first, RUN, run, 0);
            for (int i = 0; i < RUN; i++) {
                if (filter.permits(first + i)) {
                    rowsDiffering[differ(run, i * own.length, own)]++;
                    sampled++;
                }
            }
        }
        int most = 0;
        for (int total = rowsDiffering[0]; total < share * sampled; total += rowsDiffering[most]) {
            most++;
        }
        return sampled < LEAST_SAMPLE ? rowsDiffering.length : most;
    }

    /** In how many bits two rows differ; four words at once, as one addition of bits costs less than four counts. */
    static int differ(long[] bits, int at, long[] target) {
        int differ = 0;
        int word = 0;
        for (; word + 4 <= target.length; word += 4) {
            differ += count(
                    bits[at + word] ^ target[word],
                    bits[at + word + 1] ^ target[word + 1],
                    bits[at + word + 2] ^ target[word + 2],
                    bits[at + word + 3] ^ target[word + 3]);
        }
        for (; word < target.length; word++) {
            differ += Long.bitCount(bits[at + word] ^ target[word]);
        }
        return differ;
    }

    /** Adds the words bit by bit into ones, twos and fours, and counts those. */
    private static int count(long a, long b, long c, long d) {
        long either = a ^ b;
        long three = either ^ c;
        long carry = (a & b) | (either & c);
        long ones = pairs(three ^ d);
        long twos = pairs(carry ^ (three & d));
        long fours = pairs(carry & three & d);
        long low = ones + (twos << 1);
        long bytes = (low & M4) + ((low >>> 4) & M4) + (((fours & M4) + ((fours >>> 4) & M4)) << 2);
        return (int) ((((bytes & EVEN_BYTES) + ((bytes >>> 8) & EVEN_BYTES)) * SUM) >>> 48);
    }

    /** The number of ones in each four bits. */
    private static long pairs(long word) {
        long two = word - ((word >>> 1) & M1);
        return (two & M2) + ((two >>> 2) & M2);
    }
}
