package org.byenatos.datafilesystem.index.vector;

import org.byenatos.api.ai.model.EmbeddingModel;
import org.jspecify.annotations.Nullable;

/** A user's vectors of one model as they were at one moment. Immutable. */
public final class VectorView {

    private final EmbeddingModel model;
    private final Object generation;
    private final Rows.View rows;
    private final long held;
    private final Nearest nearest;
    private volatile @Nullable RowSample sample;

    VectorView(EmbeddingModel model, Object generation, Rows.View rows, long held, Nearest nearest) {
        this.model = model;
        this.generation = generation;
        this.rows = rows;
        this.held = held;
        this.nearest = nearest;
    }

    /** Which model made the vectors. */
    public EmbeddingModel model() {
        return model;
    }

    /** The same object as long as rows are only appended, so that a row's number stays what it is. */
    public Object generation() {
        return generation;
    }

    /** How many rows there are; some may be of records that are gone. */
    public int size() {
        return rows.size();
    }

    /** The last change that was taken up. */
    public long held() {
        return held;
    }

    /** The row that was made for a change, negative if there is none. */
    public int find(long seq) {
        return rows.find(seq);
    }

    /** The vector in a row. */
    public float[] vector(int row) {
        long[] words = new long[rows.format().stride()];
        rows.words().copy(row, 1, words, 0);
        return rows.format().unpack(words, 0);
    }

    /** What lies near a vector, at most so many rows of those permitted. */
    public Nearest.Hits nearest(float[] vector, RowFilter filter, int count) {
        return nearest.of(rows, Target.of(rows.format(), vector), filter, count);
    }

    /** How the cosines of the permitted rows with a vector spread. */
    public Nearest.Spread spread(float[] vector, RowFilter filter) {
        return nearest.spread(sample(), Target.of(rows.format(), vector), filter);
    }

    private RowSample sample() {
        RowSample known = sample;
        if (known == null) {
            known = RowSample.of(rows);
            sample = known;
        }
        return known;
    }
}
