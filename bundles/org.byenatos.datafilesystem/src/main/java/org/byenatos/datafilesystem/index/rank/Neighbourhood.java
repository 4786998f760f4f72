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
    private final float[] squares;

    private Neighbourhood(float... shares) {
        this.shares = shares;
        this.squares = new float[shares.length + 1];
        for (int i = 0; i < shares.length; i++) {
            squares[i + 1] = squares[i] + shares[i] * shares[i];
        }
    }

    /** How many records on each side lend. */
    int reach() {
        return shares.length;
    }

    /** What a record so far away lends, at least one and no farther than the reach. */
    float share(int away) {
        return shares[away - 1];
    }

    /** The squares of the shares of so many records on one side, summed. */
    float squares(int records) {
        return squares[Math.min(records, shares.length)];
    }

    /**
     * Lends to each rank what is around it.
     *
     * @param of what each rank has
     * @param lent is added to
     */
    void lend(ThreadOrder order, float[] of, float[] lent) {
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

    /** What is lent to one rank. */
    float lentTo(ThreadOrder order, float[] of, int rank) {
        int start = order.threadStart(rank);
        int end = order.threadEnd(rank);
        float lent = 0;
        for (int away = 1; away <= shares.length; away++) {
            lent += rank - away >= start ? shares[away - 1] * of[rank - away] : 0;
            lent += rank + away < end ? shares[away - 1] * of[rank + away] : 0;
        }
        return lent;
    }
}
