package org.byenatos.datafilesystem.index.vector;

/**
 * Multiplies four lanes at a time without any help of the machine: of the product of two words with four lanes each, the
 * second in reverse order, the highest lane is the sum of the products of the four. Sums of four products of seven bits
 * fit in sixteen, so no lane spills into the next.
 */
final class PlainProducts implements Products {

    private static final int HIGHEST_LANE = 48;

    @Override
    public void of(Target target, long[] rows, int count, int[] sums) {
        int stride = target.format().stride();
        for (int row = 0; row < count; row++) {
            sums[row] = sum(rows, row * stride, target.even(), target.odd());
        }
    }

    private static int sum(long[] rows, int at, long[] even, long[] odd) {
        long sum = 0;
        for (int word = 0; word < even.length; word++) {
            long packed = rows[at + word];
            sum += (((packed >>> 1) & RowFormat.LANES) * even[word]) >>> HIGHEST_LANE;
            sum += (((packed >>> (1 + Byte.SIZE)) & RowFormat.LANES) * odd[word]) >>> HIGHEST_LANE;
        }
        return (int) sum;
    }
}
