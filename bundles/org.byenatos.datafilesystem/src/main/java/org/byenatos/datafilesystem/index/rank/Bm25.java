package org.byenatos.datafilesystem.index.rank;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;
import org.byenatos.datafilesystem.index.text.TextAnalyzer;

/**
 * BM25 (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009) with the idf of Lucene, which is never
 * negative. Short records call for less saturation and less weight of length than the usual 1.2 and 0.75.
 */
public final class Bm25 {

    private static final float K1 = 0.9f;
    private static final float B = 0.5f;

    /** A single Chinese character says less than the pair it is part of. */
    private static final float SINGLE_IDEOGRAPH = 0.3f;

    private static final int NORMS = 256;

    /** A word is hardly ever more often in one record. */
    private static final int FREQUENCIES = 4;

    private Bm25() {}

    /** Writes lengths as {@link #lengthFactors} reads them; pairs of characters count like other words. */
    public static Similarity similarity() {
        return new BM25Similarity(K1, B, false);
    }

    /** The share of the length in the denominator, by the byte that stands for the length. */
    static float[] lengthFactors(float averageLength) {
        float[] factors = new float[NORMS];
        for (int norm = 0; norm < NORMS; norm++) {
            int length = SmallFloat.byte4ToInt((byte) norm);
            factors[norm] = K1 * (1 - B + B * length / Math.max(1, averageLength));
        }
        return factors;
    }

    /**
     * What words give that are there once, twice, three and four times in records of each length: most words of most
     * records, and a division less for each.
     *
     * @param lengthFactors see there
     */
    static float[] terms(float[] lengthFactors) {
        float[] terms = new float[FREQUENCIES * NORMS];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = term(1 + i / NORMS, lengthFactors[i % NORMS]);
        }
        return terms;
    }

    /** What a word gives that is there so often in a record of a length, looked up where it can be. */
    static float term(int frequency, int norm, float[] terms, float[] lengthFactors) {
        return frequency <= FREQUENCIES ? terms[(frequency - 1) * NORMS + norm] : term(frequency, lengthFactors[norm]);
    }

    /** How much a word weighs that is in so many of the records. */
    static float idf(String word, int recordsWithIt, int records) {
        double rare = Math.log(1 + (records - recordsWithIt + 0.5) / (recordsWithIt + 0.5));
        return (float) rare * (TextAnalyzer.isSingleIdeograph(word) ? SINGLE_IDEOGRAPH : 1);
    }

    /** What a word that is there so often gives, before its weight. */
    static float term(int frequency, float lengthFactor) {
        return frequency * (K1 + 1) / (frequency + lengthFactor);
    }
}
