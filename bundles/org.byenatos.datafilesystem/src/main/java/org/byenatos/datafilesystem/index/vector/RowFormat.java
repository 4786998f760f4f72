package org.byenatos.datafilesystem.index.vector;

/**
 * How a vector lies in a row of 64-bit words: its values as bytes, value times 127 over the greatest one plus 128, eight to
 * a word, the first in the lowest byte; then a word with the row's scale (upper half) and the sum of the bytes' upper seven
 * bits (lower half); then the position of the change that it was made for.
 *
 * @param dimensions length of the vectors
 */
record RowFormat(int dimensions) {

    /** Seven bits in each of four 16-bit lanes. */
    static final long LANES = 0x007F007F007F007FL;

    private static final int ZERO = 128;
    private static final int GREATEST = 127;
    private static final int BYTE = 0xFF;

    /** Words with values. */
    int words() {
        return (dimensions + Long.BYTES - 1) / Long.BYTES;
    }

    /** Words of a row. */
    int stride() {
        return words() + 2;
    }

    /** Writes a vector, made a unit vector, for a change. */
    void pack(float[] vector, long seq, long[] rows, int at) {
        float norm = norm(vector);
        float greatest = greatest(vector);
        long sum = 0;
        for (int word = 0; word < words(); word++) {
            long packed = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                int dimension = word * Long.BYTES + i;
                float share = dimension < dimensions && greatest > 0 ? vector[dimension] / greatest : 0;
                int value = Math.round(share * GREATEST) + ZERO;
                packed |= (long) value << (i * Byte.SIZE);
                sum += value >>> 1;
            }
            rows[at + word] = packed;
        }
        float scale = norm > 0 ? greatest / norm / GREATEST : 0;
        rows[at + words()] = ((long) Float.floatToIntBits(scale) << Integer.SIZE) | sum;
        rows[at + words() + 1] = seq;
    }

    /** The vector of a row. */
    float[] unpack(long[] rows, int at) {
        float[] vector = new float[dimensions];
        float scale = scale(rows, at);
        for (int dimension = 0; dimension < dimensions; dimension++) {
            vector[dimension] = scale * value(rows, at, dimension);
        }
        return vector;
    }

    /** What a whole value is worth. */
    float scale(long[] rows, int at) {
        return Float.intBitsToFloat((int) (rows[at + words()] >>> Integer.SIZE));
    }

    /** The sum of the values' upper seven bits. */
    int sum(long[] rows, int at) {
        return (int) rows[at + words()];
    }

    /** The position of the change that the row was made for. */
    long seq(long[] rows, int at) {
        return rows[at + words() + 1];
    }

    private static int value(long[] rows, int at, int dimension) {
        long packed = rows[at + dimension / Long.BYTES];
        return (int) ((packed >>> (dimension % Long.BYTES * Byte.SIZE)) & BYTE) - ZERO;
    }

    private static float norm(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return (float) Math.sqrt(squares);
    }

    private static float greatest(float[] vector) {
        float greatest = 0;
        for (float value : vector) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }
}
