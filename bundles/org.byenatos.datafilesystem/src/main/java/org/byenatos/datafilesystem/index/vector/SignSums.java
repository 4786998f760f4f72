package org.byenatos.datafilesystem.index.vector;

/**
 * Sums of a target's values, each with the sign that a row has in its dimension: nearly as good an order of rows as their
 * products with the target, from an eighth of what has to be read for those. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignSums(short[] table) {

    /** How many sets of eight signs there are. */
    private static final int SETS = 1 << Byte.SIZE;

    private static final int BYTE = SETS - 1;

    static SignSums of(float[] vector) {
        float all = 0;
        for (float value : vector) {
            all += Math.abs(value);
        }
        // Every sum of all values fits into 16 bits, rounding included.
        float scale = all > 0 ? (Short.MAX_VALUE - vector.length) / all : 0;
        int bytes = (vector.length + Long.SIZE - 1) / Long.SIZE * Long.BYTES;
        short[] table = new short[bytes * SETS];
        for (int first = 0; first < vector.length; first += Byte.SIZE) {
            fill(table, first / Byte.SIZE * SETS, vector, first, scale);
        }
        return new SignSums(table);
    }

    private static void fill(short[] table, int at, float[] vector, int first, float scale) {
        int[] values = new int[Byte.SIZE];
        int none = 0;
        for (int i = 0; i < values.length && first + i < vector.length; i++) {
            values[i] = Math.round(scale * vector[first + i]);
            none -= values[i];
        }
        table[at] = (short) none;
        for (int i = 0; i < values.length; i++) {
            int with = at + (1 << i);
            int twice = 2 * values[i];
            for (int others = at, both = with; others < with; others++, both++) {
                table[both] = (short) (table[others] + twice);
            }
        }
    }

    /** The sum for the signs of a row, from {@link Short#MIN_VALUE} to {@link Short#MAX_VALUE}. */
    int of(long[] bits, int at) {
        int sum = 0;
        int place = at;
        for (int base = 0; base < table.length; base += Long.BYTES * SETS) {
            long word = bits[place++];
            int low = (int) word;
            int high = (int) (word >>> Integer.SIZE);
            sum += table[base + (low & BYTE)]
                    + table[base + SETS + ((low >>> 8) & BYTE)]
                    + table[base + 2 * SETS + ((low >>> 16) & BYTE)]
                    + table[base + 3 * SETS + (low >>> 24)]
                    + table[base + 4 * SETS + (high & BYTE)]
                    + table[base + 5 * SETS + ((high >>> 8) & BYTE)]
                    + table[base + 6 * SETS + ((high >>> 16) & BYTE)]
                    + table[base + 7 * SETS + (high >>> 24)];
        }
        return sum;
    }
}
