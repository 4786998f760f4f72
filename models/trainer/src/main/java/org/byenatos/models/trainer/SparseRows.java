package org.byenatos.models.trainer;

/** A sparse square matrix by rows. */
@SuppressWarnings("ArrayRecordComponent") // large, and never shared beyond the trainer
record SparseRows(int[][] columns, float[][] values) {
    int size() {
        return columns.length;
    }

    /** This times a dense matrix. */
    float[][] times(float[][] dense, Workers workers) {
        float[][] out = new float[size()][dense[0].length];
        workers.run(size(), 64, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int k = 0; k < columns[i].length; k++) {
                    if (values[i][k] > 0) {
                        Floats.addScaled(out[i], dense[columns[i][k]], values[i][k]);
                    }
                }
            }
        });
        return out;
    }
}
