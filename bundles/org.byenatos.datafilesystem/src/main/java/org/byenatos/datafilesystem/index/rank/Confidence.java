package org.byenatos.datafilesystem.index.rank;

import org.jspecify.annotations.Nullable;

/**
 * Turns sums, which only order the records of one question, into scores that mean the same for every question: about
 * how likely it is that the record is one of those that the question needs. The formula is a logistic regression over
 * the first twenty hits of some three thousand questions to chats, notes and articles in English and Chinese, each kind
 * weighed alike; its parts are the record's share of the best sum and, for the best, how much of the question they
 * hold and, in a formula of its own for sums with meaning, how near they are. The README says how often records of a
 * score were needed.
 */
final class Confidence {

    private static final Formula BY_WORDS = new Formula(-6.0, 4.8, 2.8, 0);
    private static final Formula BY_WORDS_AND_MEANING = new Formula(-5.3, 3.1, 1.9, 2.5);

    /** Coverage and nearness speak for the records beside the best one and hardly for others. */
    private static final double BESIDE_THE_BEST = 8;

    /** So many standard deviations nearer than others is as near as it gets. */
    private static final double NEAREST = 8;

    private final float[] sums;
    private final float greatest;
    private final Formula formula;
    private final double forTheBest;

    /**
     * What the parts weigh.
     *
     * @param base of all
     * @param share of the best sum
     * @param coverage of the question by the best
     * @param nearness of the best
     */
    private record Formula(double base, double share, double coverage, double nearness) {}

    /**
     * @param sums of all records that may be seen; those that are asked for later must still be in it
     * @param coverage which share of what the question's words can give the best record got, 0..1
     * @param meaning how near the records are, {@code null} if that is not known
     */
    Confidence(float[] sums, float coverage, @Nullable Nearness meaning) {
        this.sums = sums;
        int best = best(sums);
        this.greatest = best < 0 ? 0 : sums[best];
        this.formula = meaning == null ? BY_WORDS : BY_WORDS_AND_MEANING;
        double nearness = meaning == null || best < 0 ? 0 : Math.min(NEAREST, meaning.at(best)) / NEAREST;
        this.forTheBest = formula.coverage() * Math.sqrt(coverage) + formula.nearness() * nearness;
    }

    /** The score of the record at a rank, 0..1; it falls as the sums fall. */
    double of(int rank) {
        if (greatest <= 0) {
            return 0;
        }
        double share = sums[rank] / greatest;
        double evidence = formula.base() + formula.share() * share + Math.pow(share, BESIDE_THE_BEST) * forTheBest;
        return Math.round(1e6 / (1 + Math.exp(-evidence))) / 1e6;
    }

    /** The rank with the greatest sum, negative if there is none above 0. */
    private static int best(float[] sums) {
        int best = -1;
        float greatest = 0;
        for (int rank = 0; rank < sums.length; rank++) {
            if (sums[rank] > greatest) {
                greatest = sums[rank];
                best = rank;
            }
        }
        return best;
    }
}
