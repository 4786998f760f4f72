package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import org.apache.lucene.util.FixedBitSet;
import org.byenatos.datafilesystem.index.vector.Nearest;
import org.byenatos.datafilesystem.index.vector.RowFilter;
import org.byenatos.datafilesystem.index.vector.VectorView;
import org.jspecify.annotations.Nullable;

/**
 * What a question means, beside the vectors of the records.
 *
 * @param vectors of the records
 * @param vector of the question, by the same model
 * @param ranks tells whose vectors they are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Meaning(VectorView vectors, float[] vector, RowRanks ranks) {

    /** Records farther away than these are of no use to any question. */
    private static final int NEAREST = 512;

    /**
     * How near the records are, in standard deviations above the mean of all.
     *
     * @param visible which may be seen, {@code null} for all
     * @param wanted which of them are looked for, {@code null} for all
     */
    Nearness of(Snapshot snapshot, @Nullable FixedBitSet visible, @Nullable FixedBitSet wanted) throws IOException {
        int[] ranksOfRows = ranks.of(snapshot, vectors);
        RowFilter seen = new RowFilter(ranksOfRows, visible);
        Nearest.Spread spread = vectors.spread(vector, seen);
        Nearest.Hits hits = vectors.nearest(vector, new RowFilter(ranksOfRows, Filters.both(visible, wanted)), NEAREST);
        int[] near = new int[hits.rows().length];
        float[] deviations = new float[near.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = ranksOfRows[hits.rows()[i]];
            deviations[i] = Math.max(0, (hits.cosines()[i] - spread.mean()) / spread.deviation());
        }
        return Nearness.of(near, deviations);
    }
}
