package org.byenatos.datafilesystem.index.vector;

import java.util.Arrays;

/** Picks the rows whose sign bits agree most with a target's. */
final class SignScan {

    private static final int PART = 64;
    private static final long M1 = 0x5555555555555555L;
    private static final long M2 = 0x3333333333333333L;
    private static final long M4 = 0x0F0F0F0F0F0F0F0FL;
    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final long SUM = 0x0001000100010001L;

    private SignScan() {}

    /** At least so many permitted rows, or all of them if there are fewer; ascending. */
    static int[] of(WordBlocks.View bits, long[] target, RowFilter filter, int wanted) {
        short[] differing = new short[bits.size()];
        int[] rowsDiffering = new int[bits.width() * Long.SIZE + 1];
        long[] part = new long[PART * bits.width()];
        for (int first = 0; first < bits.size(); first += PART) {
            int count = Math.min(PART, bits.size() - first);
            bits.copy(first, count, part, 0);
            for (int i = 0; i < count; i++) {
                if (filter.permits(first + i)) {
                    int differ = differ(part, i * target.length, target);
                    differing[first + i] = (short) differ;
                    rowsDiffering[differ]++;
                } else {
                    differing[first + i] = Short.MAX_VALUE;
                }
            }
        }
        return upTo(differing, rowsDiffering, wanted);
    }

    private static int[] upTo(short[] differing, int[] rowsDiffering, int wanted) {
        int most = 0;
        int total = rowsDiffering[0];
        while (total < wanted && most + 1 < rowsDiffering.length) {
            total += rowsDiffering[++most];
        }
        int[] rows = new int[total];
        int size = 0;
        for (int row = 0; row < differing.length; row++) {
            if (differing[row] <= most) {
                rows[size++] = row;
            }
        }
        return Arrays.copyOf(rows, size);
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
