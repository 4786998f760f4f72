package org.byenatos.models.trainer;

/**
 * The settings of a training. Equal settings, texts and seed make equal files, with any number of threads.
 *
 * @param seed of all that is drawn
 * @param englishTokens tokens of English and of all that is not Chinese
 * @param chineseTokens tokens of Chinese
 * @param dimensions length of a vector
 * @param window how many tokens apart words are seen together, for the first table
 * @param rounds of the first table's decomposition
 * @param steps of contrastive training
 * @param batch pairs of a step
 * @param temperature of the contrastive loss
 * @param learningRate at the first step; falls linearly to nothing
 * @param sharpness power that the lengths of the trained rows are raised to: above 1, what says much weighs more
 */
record Recipe(
        long seed,
        int englishTokens,
        int chineseTokens,
        int dimensions,
        int window,
        int rounds,
        int steps,
        int batch,
        float temperature,
        float learningRate,
        float sharpness) {
    static Recipe standard() {
        return new Recipe(1, 28_500, 15_500, 256, 5, 5, 6_000, 1024, 0.07f, 0.003f, 1.75f);
    }

    Recipe with(long otherSeed, int otherSteps) {
        return new Recipe(
                otherSeed,
                englishTokens,
                chineseTokens,
                dimensions,
                window,
                rounds,
                otherSteps,
                batch,
                temperature,
                learningRate,
                sharpness);
    }
}
