package org.byenatos.datafilesystem.index.vector;

import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which rows belong to which records, and which records may be found.
 *
 * @param ranks the rank of each row's record, negative if it was deleted or revised; rows beyond have no record either
 * @param allowed the ranks that may be found, {@code null} for all
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RowFilter(int[] ranks, @Nullable FixedBitSet allowed) {

    /** How many of the first rows may be found. */
    public int count(int rows) {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            count += permits(row) ? 1 : 0;
        }
        return count;
    }

    /** Whether a row may be found. */
    boolean permits(int row) {
        if (row >= ranks.length) {
            return false;
        }
        int rank = ranks[row];
        return rank >= 0 && (allowed == null || allowed.get(rank));
    }
}
