package org.byenatos.datafilesystem.index.rank;

/**
 * Turns sums, which only order the records of one question, into scores that mean the same for every question: about
 * how likely it is that the record is one of those that the question needs. The formula is a logistic regression over
 * the first twenty hits of some three thousand questions to chats, notes and articles in English and Chinese, each kind
 * weighed alike; its parts are the record's share of the best sum and, for the best, how much of the question they
 * hold. Observed shares of needed records were within a tenth of the scores on three of four sets and below them on
 * questions that need several records.
 */
final class Confidence {

    private static final double BASE = -6.0;
    private static final double SHARE = 4.8;
    private static final double COVERAGE = 2.8;

    /** The question's coverage speaks for the records beside the best one and hardly for others. */
    private static final double BESIDE_THE_BEST = 8;

    private final float[] sums;
    private final float greatest;
    private final double coverage;

    /**
     * @param sums of all records that may be seen; those that are asked for later must still be in it
     * @param coverage which share of what the question's words can give the best record got, 0..1
     */
    Confidence(float[] sums, float coverage) {
        this.sums = sums;
        this.greatest = greatest(sums);
        this.coverage = Math.sqrt(coverage);
    }

    /** The score of the record at a rank, 0..1; it falls as the sums fall. */
    double of(int rank) {
        if (greatest <= 0) {
            return 0;
        }
        double share = sums[rank] / greatest;
        double evidence = BASE + SHARE * share + COVERAGE * Math.pow(share, BESIDE_THE_BEST) * coverage;
        return Math.round(1e6 / (1 + Math.exp(-evidence))) / 1e6;
    }

    private static float greatest(float[] scores) {
        float greatest = 0;
        for (float score : scores) {
            greatest = Math.max(greatest, score);
        }
        return greatest;
    }
}
