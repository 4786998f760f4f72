package org.byenatos.models.trainer;

import java.util.Arrays;

/**
 * How much more often than by chance two tokens stand near each other: positive pointwise mutual information with smoothed
 * contexts (Levy, Goldberg and Dagan, 2015), each distance weighing its inverse. Translations count as near throughout.
 */
final class Cooccurrence {
    private static final double SMOOTHING = 0.75;
    private static final float LEAST = 0.45f;

    private final Documents documents;
    private final int size;
    private final int window;

    Cooccurrence(Documents documents, int size, int window) {
        this.documents = documents;
        this.size = size;
        this.window = window;
    }

    SparseRows rows(Workers workers) {
        float[][] values = new float[size][];
        int[][] columns = new int[size][];
        double[] sums = new double[size];
        workers.run(size, 64, (from, to) -> {
            float[] row = new float[size];
            for (int i = from; i < to; i++) {
                collect(i, row);
                columns[i] = above(row);
                values[i] = take(row, columns[i]);
                sums[i] = sum(values[i]);
                Arrays.fill(row, 0);
            }
        });
        information(columns, values, sums, workers);
        return new SparseRows(columns, values);
    }

    private void collect(int token, float[] row) {
        for (int p = documents.first(token); p < documents.first(token + 1); p++) {
            int at = documents.position(p);
            int document = documents.documentAt(at);
            int start = documents.start(document);
            int end = documents.start(document + 1);
            if (documents.isBag(document)) {
                addBag(at, start, end, row);
            } else {
                addWindow(at, start, end, row);
            }
        }
    }

    private void addWindow(int at, int start, int end, float[] row) {
        for (int d = 1; d <= window; d++) {
            if (at - d >= start) {
                row[documents.token(at - d)] += 1f / d;
            }
            if (at + d < end) {
                row[documents.token(at + d)] += 1f / d;
            }
        }
    }

    private static final float BAG = 6;

    private void addBag(int at, int start, int end, float[] row) {
        float weight = BAG / Math.max(2, end - start);
        for (int i = start; i < end; i++) {
            if (i != at) {
                row[documents.token(i)] += weight;
            }
        }
    }

    private static int[] above(float[] row) {
        int[] out = new int[row.length];
        int n = 0;
        for (int i = 0; i < row.length; i++) {
            if (row[i] > LEAST) {
                out[n++] = i;
            }
        }
        return Arrays.copyOf(out, n);
    }

    private static float[] take(float[] row, int[] columns) {
        float[] out = new float[columns.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = row[columns[i]];
        }
        return out;
    }

    private static double sum(float[] values) {
        double out = 0;
        for (float v : values) {
            out += v;
        }
        return out;
    }

    private static void information(int[][] columns, float[][] values, double[] sums, Workers workers) {
        double total = Arrays.stream(sums).sum();
        double smooth = Arrays.stream(sums).map(s -> Math.pow(s, SMOOTHING)).sum();
        double[] chance = new double[sums.length];
        for (int i = 0; i < chance.length; i++) {
            chance[i] = sums[i] == 0
                    ? 0
                    : 0.5 * (Math.log(sums[i] / total) + SMOOTHING * Math.log(sums[i]) - Math.log(smooth));
        }
        workers.run(sums.length, 256, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int k = 0; k < values[i].length; k++) {
                    double more = Math.log(values[i][k] / total) - chance[i] - chance[columns[i][k]];
                    values[i][k] = (float) Math.max(0, more);
                }
            }
        });
    }
}
