package org.byenatos.models.trainer;

import java.util.SplittableRandom;

/** The leading eigenvectors of a large sparse symmetric matrix, by randomised subspace iteration (Halko et al., 2011). */
final class Spectrum {
    private static final int SPARE = 16;

    private final SparseRows matrix;
    private final Workers workers;

    Spectrum(SparseRows matrix, Workers workers) {
        this.matrix = matrix;
        this.workers = workers;
    }

    /** For each row of the matrix its place along the leading eigenvectors, each scaled by its eigenvalue's square root. */
    float[][] embed(int dimensions, int rounds, long seed) {
        float[][] basis = random(matrix.size(), dimensions + SPARE, seed);
        orthonormalise(basis);
        for (int i = 0; i < rounds; i++) {
            basis = matrix.times(basis, workers);
            orthonormalise(basis);
        }
        Symmetric small = Symmetric.decompose(inner(basis, matrix.times(basis, workers)));
        float[][] turn = new float[basis[0].length][dimensions];
        for (int i = 0; i < turn.length; i++) {
            for (int j = 0; j < dimensions; j++) {
                turn[i][j] = (float) (small.vectors()[i][j] * Math.sqrt(Math.abs(small.values()[j])));
            }
        }
        float[][] out = new float[matrix.size()][dimensions];
        Floats.multiply(basis, turn, out, workers);
        return out;
    }

    private static float[][] random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] out = new float[rows][columns];
        for (float[] row : out) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) (random.nextDouble() + random.nextDouble() - 1);
            }
        }
        return out;
    }

    /** {@code leftᵀ · right}, made symmetric. */
    private double[][] inner(float[][] left, float[][] right) {
        int k = left[0].length;
        double[][] out = new double[k][k];
        workers.run(k, 8, (from, to) -> {
            for (int r = 0; r < left.length; r++) {
                for (int i = from; i < to; i++) {
                    addScaled(out[i], right[r], left[r][i]);
                }
            }
        });
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                out[i][j] = (out[i][j] + out[j][i]) / 2;
                out[j][i] = out[i][j];
            }
        }
        return out;
    }

    private static void addScaled(double[] to, float[] from, double by) {
        for (int j = 0; j < to.length; j++) {
            to[j] += by * from[j];
        }
    }

    /** By Cholesky's factor of the inner products. */
    private void orthonormalise(float[][] basis) {
        double[][] lower = cholesky(inner(basis, basis));
        workers.run(basis.length, 256, (from, to) -> {
            for (int r = from; r < to; r++) {
                solve(lower, basis[r]);
            }
        });
    }

    private static double[][] cholesky(double[][] a) {
        int n = a.length;
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += a[i][i];
        }
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j] + (i == j ? 1e-10 * trace / n : 0);
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-30)) : sum / l[j][j];
            }
        }
        return l;
    }

    private static void solve(double[][] lower, float[] row) {
        for (int i = 0; i < row.length; i++) {
            double sum = row[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * row[k];
            }
            row[i] = (float) (sum / lower[i][i]);
        }
    }
}
