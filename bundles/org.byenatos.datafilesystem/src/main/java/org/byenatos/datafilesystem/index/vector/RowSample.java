package org.byenatos.datafilesystem.index.vector;

/**
 * Every so manieth row, copied to one place, because each question looks at all of them. Immutable.
 *
 * @param step the numbers of the rows are multiples of this
 * @param rows one after the other
 * @param size how many
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowSample(int step, long[] rows, int size) {

    private static final int ROWS = 1024;

    static RowSample of(Rows.View view) {
        int stride = view.format().stride();
        int step = Math.max(1, view.size() / ROWS);
        int size = (view.size() + step - 1) / step;
        long[] rows = new long[size * stride];
        for (int i = 0; i < size; i++) {
            view.words().copy(i * step, 1, rows, i * stride);
        }
        return new RowSample(step, rows, size);
    }
}
