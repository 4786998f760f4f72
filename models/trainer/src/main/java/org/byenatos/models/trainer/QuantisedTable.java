package org.byenatos.models.trainer;

/** A table of signed bytes; row {@code i} times {@code scales[i]} is the row that it stands for. */
@SuppressWarnings("ArrayRecordComponent") // large, and never shared beyond the trainer
record QuantisedTable(byte[][] rows, float[] scales) {
    private static final float MOST = 127;

    static QuantisedTable of(float[][] table) {
        byte[][] rows = new byte[table.length][table[0].length];
        float[] scales = new float[table.length];
        for (int i = 0; i < rows.length; i++) {
            float largest = 0;
            for (float x : table[i]) {
                largest = Math.max(largest, Math.abs(x));
            }
            scales[i] = largest / MOST;
            for (int j = 0; j < rows[i].length && largest > 0; j++) {
                rows[i][j] = (byte) Math.round(table[i][j] / scales[i]);
            }
        }
        return new QuantisedTable(rows, scales);
    }

    /** The table that is served. */
    float[][] floats() {
        float[][] out = new float[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                out[i][j] = rows[i][j] * scales[i];
            }
        }
        return out;
    }
}
