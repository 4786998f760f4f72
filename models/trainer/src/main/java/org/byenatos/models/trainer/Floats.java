package org.byenatos.models.trainer;

/** Loops that the JVM turns into vector instructions. */
final class Floats {
    private Floats() {}

    static void addScaled(float[] to, float[] from, float by) {
        for (int i = 0; i < to.length; i++) {
            to[i] += by * from[i];
        }
    }

    static void scale(float[] row, float by) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= by;
        }
    }

    static float dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return (float) sum;
    }

    static float norm(float[] a) {
        return (float) Math.sqrt(dot(a, a));
    }

    /** {@code out = left · right}, each as rows; the inner length is a multiple of four. */
    static void multiply(float[][] left, float[][] right, float[][] out, Workers workers) {
        workers.run(left.length, 16, (from, to) -> {
            for (int i = from; i < to; i++) {
                java.util.Arrays.fill(out[i], 0);
                for (int k = 0; k < right.length; k += 4) {
                    addFour(out[i], left[i], right, k);
                }
            }
        });
    }

    private static void addFour(float[] out, float[] left, float[][] right, int k) {
        addFour(
                out,
                right[k],
                right[k + 1],
                right[k + 2],
                right[k + 3],
                left[k],
                left[k + 1],
                left[k + 2],
                left[k + 3]);
    }

    private static void addFour(
            float[] out, float[] r0, float[] r1, float[] r2, float[] r3, float l0, float l1, float l2, float l3) {
        for (int j = 0; j < out.length; j++) {
            out[j] += l0 * r0[j] + l1 * r1[j] + l2 * r2[j] + l3 * r3[j];
        }
    }

    static void transpose(float[][] from, float[][] to, Workers workers) {
        workers.run(to.length, 32, (first, last) -> {
            for (int i = 0; i < from.length; i++) {
                for (int j = first; j < last; j++) {
                    to[j][i] = from[i][j];
                }
            }
        });
    }
}
