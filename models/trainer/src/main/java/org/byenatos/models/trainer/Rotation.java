package org.byenatos.models.trainer;

import java.util.List;

/**
 * Turns a table so that the first dimensions of texts' vectors say most: a vector that is cut keeps as much as it can. All
 * cosines of whole vectors stay as they are.
 */
final class Rotation {
    private Rotation() {}

    static float[][] turned(float[][] table, List<int[]> sample, Workers workers) {
        int n = table[0].length;
        Symmetric axes = Symmetric.decompose(moments(table, sample));
        float[][] turn = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                turn[i][j] = (float) axes.vectors()[i][j];
            }
        }
        float[][] out = new float[table.length][n];
        Floats.multiply(table, turn, out, workers);
        return out;
    }

    private static double[][] moments(float[][] table, List<int[]> sample) {
        int n = table[0].length;
        double[][] out = new double[n][n];
        for (int[] text : sample) {
            float[] vector = TextVector.of(text, table);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    out[i][j] += (double) vector[i] * vector[j];
                }
            }
        }
        return out;
    }
}
