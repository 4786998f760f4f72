package org.byenatos.models.trainer;

/** Raises the lengths of rows to a power and leaves their directions. */
final class Sharpening {
    private Sharpening() {}

    static float[][] sharpened(float[][] table, float power) {
        float[][] out = new float[table.length][];
        for (int i = 0; i < out.length; i++) {
            out[i] = table[i].clone();
            Floats.scale(out[i], (float) Math.pow(Math.max(Floats.norm(out[i]), 1e-6f), power - 1));
        }
        return out;
    }
}
