package org.byenatos.datafilesystem.index.vector;

/**
 * A vector to which others are compared, in the forms that comparing needs. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Target(RowFormat format, float[] vector, long[] row, long[] even, long[] odd, float scale, int sum) {

    private static final long PAIRS = 0x0000FFFF0000FFFFL;
    private static final int LANE = 16;
    private static final int HALF = 64;

    /** Reads a vector; its length becomes 1. */
    static Target of(RowFormat format, float[] vector) {
        long[] row = new long[format.stride()];
        format.pack(vector, 0, row, 0);
        long[] even = new long[format.words()];
        long[] odd = new long[format.words()];
        for (int word = 0; word < even.length; word++) {
            even[word] = reversed((row[word] >>> 1) & RowFormat.LANES);
            odd[word] = reversed((row[word] >>> (1 + Byte.SIZE)) & RowFormat.LANES);
        }
        return new Target(format, format.unpack(row, 0), row, even, odd, 4 * format.scale(row, 0), format.sum(row, 0));
    }

    /** About the cosine, by the sum of the products of the values' upper seven bits. */
    float cosine(int products, long[] rows, int at) {
        int all = Long.BYTES * format.words();
        int centred = products - HALF * (format.sum(rows, at) + sum) + HALF * HALF * all;
        return centred * scale * format.scale(rows, at);
    }

    private static long reversed(long lanes) {
        long pairs = (lanes << (2 * LANE)) | (lanes >>> (2 * LANE));
        return ((pairs & PAIRS) << LANE) | ((pairs >>> LANE) & PAIRS);
    }
}
