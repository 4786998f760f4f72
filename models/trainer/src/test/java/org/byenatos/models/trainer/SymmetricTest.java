package org.byenatos.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricTest {
    @Test
    void eigenvectorsRebuildTheMatrix() {
        double[][] matrix = random(12);
        Symmetric found = Symmetric.decompose(matrix);
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                double sum = 0;
                for (int k = 0; k < 12; k++) {
                    sum += found.vectors()[i][k] * found.values()[k] * found.vectors()[j][k];
                }
                assertThat(sum).isCloseTo(matrix[i][j], within(1e-8));
            }
        }
    }

    @Test
    void theSpectrumOfASparseMatrixRebuildsItToo() {
        int n = 30;
        int[][] columns = new int[n][n];
        float[][] values = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                columns[i][j] = j;
                values[i][j] = i / 10 == j / 10 ? 1 + i / 10 : 0;
            }
        }
        try (Workers workers = new Workers(2)) {
            float[][] rows = new Spectrum(new SparseRows(columns, values), workers).embed(4, 4, 1);
            assertThat(Floats.dot(rows[0], rows[9])).isCloseTo(1, within(1e-3f));
            assertThat(Floats.dot(rows[25], rows[29])).isCloseTo(3, within(1e-3f));
            assertThat(Floats.dot(rows[0], rows[29])).isCloseTo(0, within(1e-3f));
        }
    }

    @Test
    void aTurnedTableKeepsAllCosines() {
        float[][] table = OnnxFileTest.random(20, 8);
        try (Workers workers = new Workers(2)) {
            float[][] turned = Rotation.turned(table, java.util.List.of(new int[] {1, 2}, new int[] {5}), workers);
            assertThat(Floats.dot(turned[3], turned[4])).isCloseTo(Floats.dot(table[3], table[4]), within(1e-5f));
        }
    }

    private static double[][] random(int n) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                out[i][j] = random.nextDouble(-1, 1);
                out[j][i] = out[i][j];
            }
        }
        return out;
    }
}
