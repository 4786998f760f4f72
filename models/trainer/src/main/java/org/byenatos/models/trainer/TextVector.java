package org.byenatos.models.trainer;

/** The vector of a text: the sum of its tokens' rows, of length one, or zero for a text without tokens. */
final class TextVector {
    private TextVector() {}

    static float[] of(int[] tokens, float[][] table) {
        float[] out = new float[table[0].length];
        for (int token : tokens) {
            Floats.addScaled(out, table[token], 1);
        }
        Floats.scale(out, 1 / Math.max(Floats.norm(out), 1e-12f));
        return out;
    }
}
