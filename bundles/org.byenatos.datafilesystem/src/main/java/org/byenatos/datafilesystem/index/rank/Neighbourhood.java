package org.byenatos.datafilesystem.index.rank;

/**
 * What the records before and after another in its thread lend to it: a share of their value, less the farther away they
 * are. Immutable.
 */
final class Neighbourhood {

    /** Of what words give: two records on each side. */
    static final Neighbourhood OF_WORDS = new Neighbourhood(0.5f, 0.25f);

    /** Of nearness in meaning: six on each side, the share falling by e in two records. */
    static final Neighbourhood OF_MEANING = new Neighbourhood(0.61f, 0.37f, 0.22f, 0.14f, 0.08f, 0.05f);

    private final float[] shares;

    private Neighbourhood(float... shares) {
        this.shares = shares;
    }

    /** What is lent to each rank. */
    float[] lent(ThreadOrder order, float[] of) {
        float[] lent = new float[order.size()];
        int start = 0;
        while (start < lent.length) {
            int end = order.threadEnd(start);
            for (int rank = start; rank < end; rank++) {
                if (of[rank] != 0) {
                    lend(of[rank], rank, start, end, lent);
                }
            }
            start = end;
        }
        return lent;
    }

    /**
     * What each rank has and is lent, in standard deviations again if it was in those: what is random in several adds up
     * as the root of the squares of their shares.
     */
    float[] together(ThreadOrder order, float[] deviations) {
        float[] together = lent(order, deviations);
        int start = 0;
        while (start < together.length) {
            int end = order.threadEnd(start);
            for (int rank = start; rank < end; rank++) {
                double squares = 1 + squares(rank - start) + squares(end - 1 - rank);
                together[rank] = (deviations[rank] + together[rank]) / (float) Math.sqrt(squares);
            }
            start = end;
        }
        return together;
    }

    private void lend(float much, int rank, int start, int end, float[] lent) {
        for (int away = 1; away <= shares.length; away++) {
            float share = shares[away - 1] * much;
            if (rank - away >= start) {
                lent[rank - away] += share;
            }
            if (rank + away < end) {
                lent[rank + away] += share;
            }
        }
    }

    /** Of the shares of so many records on one side. */
    private double squares(int records) {
        double squares = 0;
        for (int away = 0; away < Math.min(records, shares.length); away++) {
            squares += shares[away] * shares[away];
        }
        return squares;
    }
}
