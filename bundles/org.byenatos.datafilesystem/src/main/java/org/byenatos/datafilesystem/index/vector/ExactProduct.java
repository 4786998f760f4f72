package org.byenatos.datafilesystem.index.vector;

/**
 * The product of a target with rows by all eight bits of their values, two values at a time: of the product of two words
 * with two lanes each, the second in reverse order, the upper half is the sum of the products of the two. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ExactProduct(RowFormat format, long[] lanes, float scale, int sum) {

    /** One byte in each of two 32-bit lanes. */
    private static final long LANES = 0x000000FF000000FFL;

    /** One byte in each of four 16-bit lanes, and what adds such lanes up in the highest. */
    private static final long QUARTERS = 0x00FF00FF00FF00FFL;

    private static final long ADD = 0x0001000100010001L;
    private static final int HIGHEST_QUARTER = 48;

    /** Words with lanes for each word of a row. */
    private static final int PARTS = 4;

    private static final int ZERO = 128;

    static ExactProduct of(Target target) {
        RowFormat format = target.format();
        long[] lanes = new long[PARTS * format.words()];
        int sum = 0;
        for (int word = 0; word < format.words(); word++) {
            long packed = target.row()[word];
            sum += bytes(packed);
            for (int part = 0; part < PARTS; part++) {
                lanes[PARTS * word + part] = Long.rotateLeft((packed >>> (part * Byte.SIZE)) & LANES, Integer.SIZE);
            }
        }
        return new ExactProduct(format, lanes, format.scale(target.row(), 0), sum);
    }

    /** The cosine of a row that begins an array. */
    float cosine(long[] row) {
        long products = 0;
        int bytes = 0;
        int at = 0;
        for (int word = 0; at < lanes.length; word++) {
            long packed = row[word];
            bytes += bytes(packed);
            products += ((packed & LANES) * lanes[at++]) >>> Integer.SIZE;
            products += (((packed >>> 8) & LANES) * lanes[at++]) >>> Integer.SIZE;
            products += (((packed >>> 16) & LANES) * lanes[at++]) >>> Integer.SIZE;
            products += (((packed >>> 24) & LANES) * lanes[at++]) >>> Integer.SIZE;
        }
        long centred = products - (long) ZERO * (bytes + sum) + (long) ZERO * ZERO * Long.BYTES * format.words();
        return centred * scale * format.scale(row, 0);
    }

    private static int bytes(long packed) {
        return (int) ((((packed & QUARTERS) + ((packed >>> Byte.SIZE) & QUARTERS)) * ADD) >>> HIGHEST_QUARTER);
    }
}
