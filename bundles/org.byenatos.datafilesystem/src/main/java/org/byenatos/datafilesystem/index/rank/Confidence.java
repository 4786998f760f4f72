package org.byenatos.datafilesystem.index.rank;

/** Turns sums that only order the records of one question into scores that mean the same for every question. */
final class Confidence {

    private final float[] scores;
    private final float greatest;
    private final float coverage;

    Confidence(Ranker.Ranked ranked) {
        this.scores = ranked.ranking().scores();
        this.greatest = greatest(scores);
        this.coverage = ranked.coverage();
    }

    /** How well the record at a rank fits, 0..1. */
    double of(int rank) {
        return greatest > 0 ? coverage * scores[rank] / greatest : 0;
    }

    private static float greatest(float[] scores) {
        float greatest = 0;
        for (float score : scores) {
            greatest = Math.max(greatest, score);
        }
        return greatest;
    }
}
