package org.byenatos.models.trainer;

/** Adam (Kingma and Ba, 2015) on those rows of a table alone that have a gradient. */
@SuppressWarnings("ArrayRecordComponent") // large, and never shared beyond the trainer
record Adam(float[][] first, float[][] second) {
    private static final float SLOW = 0.9f;
    private static final float SLOWER = 0.999f;

    static Adam of(int rows, int columns) {
        return new Adam(new float[rows][columns], new float[rows][columns]);
    }

    /** @param step from 1 */
    void update(float[] row, int number, float[] gradient, float rate, int step) {
        float corrected = (float) (rate * Math.sqrt(1 - Math.pow(SLOWER, step)) / (1 - Math.pow(SLOW, step)));
        update(row, first[number], second[number], gradient, corrected);
    }

    private static void update(float[] row, float[] m, float[] v, float[] gradient, float rate) {
        for (int i = 0; i < row.length; i++) {
            m[i] = SLOW * m[i] + (1 - SLOW) * gradient[i];
            v[i] = SLOWER * v[i] + (1 - SLOWER) * gradient[i] * gradient[i];
            row[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) + 1e-8f);
        }
    }
}
