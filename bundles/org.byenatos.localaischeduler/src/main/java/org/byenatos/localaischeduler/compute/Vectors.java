package org.byenatos.localaischeduler.compute;

import java.util.Arrays;

/** Arithmetic of vectors. Stateless. */
public final class Vectors {

    private Vectors() {}

    /** The vector at length one; one of zeros stays as it is. */
    public static float[] unit(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        float[] unit = vector.clone();
        if (sum > 0) {
            float factor = (float) (1 / Math.sqrt(sum));
            for (int i = 0; i < unit.length; i++) {
                unit[i] *= factor;
            }
        }
        return unit;
    }

    /** The first dimensions of a vector, at length one. */
    public static float[] truncated(float[] vector, int dimensions) {
        return dimensions >= vector.length ? vector : unit(Arrays.copyOf(vector, dimensions));
    }

    /** The cosine of unit vectors of one length, -1..1. */
    public static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return Math.max(-1, Math.min(1, sum));
    }
}
