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
     * How near each rank is, in standard deviations above the mean of all records; 0 for what is not near.
     *
     * @param visible which may be seen, {@code null} for all
     * @param wanted which of them are looked for, {@code null} for all
     */
    float[] of(Snapshot snapshot, @Nullable FixedBitSet visible, @Nullable FixedBitSet wanted) throws IOException {
        int[] ranksOfRows = ranks.of(snapshot, vectors);
        RowFilter seen = new RowFilter(ranksOfRows, visible);
        Nearest.Spread spread = vectors.spread(vector, seen);
        Nearest.Hits hits = vectors.nearest(vector, new RowFilter(ranksOfRows, Filters.both(visible, wanted)), NEAREST);
        float[] near = new float[snapshot.order().size()];
        for (int i = 0; i < hits.rows().length; i++) {
            float deviations = (hits.cosines()[i] - spread.mean()) / spread.deviation();
            near[ranksOfRows[hits.rows()[i]]] = Math.max(0, deviations);
        }
        return near;
    }
}
