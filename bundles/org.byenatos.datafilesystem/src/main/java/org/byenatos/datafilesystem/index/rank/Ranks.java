package org.byenatos.datafilesystem.index.rank;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Walks over sets of ranks. */
final class Ranks {

    private Ranks() {}

    /** The first of a set, negative if it is empty. */
    static int first(FixedBitSet ranks) {
        return from(ranks, 0);
    }

    /** The next of a set, negative if there is none. */
    static int next(FixedBitSet ranks, int rank) {
        return from(ranks, rank + 1);
    }

    /** Sets to 0 what is not in a set; {@code null} stands for all ranks. */
    static void keep(@Nullable FixedBitSet kept, float[] scores) {
        if (kept == null) {
            return;
        }
        long[] bits = kept.getBits();
        for (int word = 0; word * Long.SIZE < scores.length; word++) {
            for (long missing = ~bits[word]; missing != 0; missing &= missing - 1) {
                int rank = word * Long.SIZE + Long.numberOfTrailingZeros(missing);
                if (rank < scores.length) {
                    scores[rank] = 0;
                }
            }
        }
    }

    private static int from(FixedBitSet ranks, int rank) {
        int next = rank < ranks.length() ? ranks.nextSetBit(rank) : DocIdSetIterator.NO_MORE_DOCS;
        return next == DocIdSetIterator.NO_MORE_DOCS ? -1 : next;
    }
}
