package org.byenatos.virtualcore.attention;

/**
 * A vector as a byte a dimension, which is exact to about a hundredth, and the signs of its dimensions. Immutable.
 */
final class Meaning {

    private static final int MOST = 127;

    private final byte[] values;
    private final double length;
    private final long[] signs;

    private Meaning(byte[] values, double length, long[] signs) {
        this.values = values;
        this.length = length;
        this.signs = signs;
    }

    static Meaning of(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] values = new byte[vector.length];
        long[] signs = new long[(vector.length + Long.SIZE - 1) / Long.SIZE];
        int squares = 0;
        for (int i = 0; i < vector.length; i++) {
            values[i] = largest == 0 ? 0 : (byte) Math.round(vector[i] / largest * MOST);
            squares += values[i] * values[i];
            if (vector[i] > 0) {
                signs[i / Long.SIZE] |= 1L << i;
            }
        }
        return new Meaning(values, Math.sqrt(squares), signs);
    }

    /** Cosine of the angle to another of the same model, 0 if one of them says nothing. */
    double cosine(Meaning other) {
        if (length == 0 || other.length == 0) {
            return 0;
        }
        int product = 0;
        for (int i = 0; i < values.length; i++) {
            product += values[i] * other.values[i];
        }
        return product / (length * other.length);
    }

    long[] signs() {
        return signs;
    }

    int dimensions() {
        return values.length;
    }
}
