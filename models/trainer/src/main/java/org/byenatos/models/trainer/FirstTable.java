package org.byenatos.models.trainer;

import java.util.SplittableRandom;

/**
 * The table that contrastive training starts from: directions by what stands near what, lengths by how rare a token is
 * (Arora, Liang and Ma, 2017). A token that is seldom seen leans on the two that it was merged from.
 */
final class FirstTable {
    private static final double RARE = 1e-3;
    private static final float SELDOM = 30;

    private final Recipe recipe;
    private final Workers workers;

    FirstTable(Recipe recipe, Workers workers) {
        this.recipe = recipe;
        this.workers = workers;
    }

    float[][] of(Documents documents, Vocabulary vocabulary) {
        int size = vocabulary.tokens().size();
        SparseRows near = new Cooccurrence(documents, size, recipe.window()).rows(workers);
        float[][] table = new Spectrum(near, workers).embed(recipe.dimensions(), recipe.rounds(), recipe.seed());
        int[][] parts = vocabulary.parts();
        SplittableRandom random = new SplittableRandom(recipe.seed());
        for (int t = 1; t < size; t++) {
            direct(table, t, parts[t], documents.count(t), random);
        }
        for (int t = 1; t < size; t++) {
            double frequency = (double) documents.count(t) / documents.total();
            Floats.scale(table[t], (float) (RARE / (RARE + frequency)));
        }
        table[0] = new float[recipe.dimensions()];
        return table;
    }

    private static void direct(float[][] table, int token, int[] parts, int count, SplittableRandom random) {
        float[] row = table[token];
        unit(row, random);
        Floats.scale(row, count / (count + SELDOM));
        for (int part : parts) {
            Floats.addScaled(row, table[part], 0.7f * SELDOM / (count + SELDOM));
        }
        unit(row, random);
    }

    private static void unit(float[] row, SplittableRandom random) {
        float norm = Floats.norm(row);
        if (norm < 1e-6f) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextDouble(-1, 1);
            }
            norm = Floats.norm(row);
        }
        Floats.scale(row, 1 / norm);
    }
}
