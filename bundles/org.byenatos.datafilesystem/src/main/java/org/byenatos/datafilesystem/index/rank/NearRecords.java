package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.vector.VectorHit;
import org.byenatos.api.vector.VectorSearch;
import org.byenatos.datafilesystem.index.vector.Nearest;
import org.byenatos.datafilesystem.index.vector.RowFilter;
import org.byenatos.datafilesystem.index.vector.VectorView;

/** Finds the records of a snapshot whose vectors lie near, and nothing but that. */
public final class NearRecords {

    private final Snapshot snapshot;
    private final VectorView vectors;
    private final RowRanks ranks;

    /**
     * @param snapshot says what records there are
     * @param vectors of the records
     * @param ranks tells whose vectors they are
     */
    public NearRecords(Snapshot snapshot, VectorView vectors, RowRanks ranks) {
        this.snapshot = snapshot;
        this.vectors = vectors;
        this.ranks = ranks;
    }

    /** How many records have a vector. */
    public int count() throws IOException {
        return ranks.living(snapshot, vectors).count(vectors.size());
    }

    /** The nearest to a vector. */
    public List<VectorHit> of(VectorSearch search, float[] vector) throws IOException {
        return of(search, vector, search.limit());
    }

    /** The nearest to a record, without that; none if it has no vector. */
    public List<VectorHit> like(VectorSearch search, RecordRef record) throws IOException {
        FixedBitSet itself = snapshot.ranks(new TermQuery(new Term(Fields.KEY, RecordKey.of(record))));
        int row = itself.cardinality() == 0 ? -1 : vectors.find(new RecordValues(snapshot).seq(itself.nextSetBit(0)));
        if (row < 0) {
            return List.of();
        }
        return of(search, vectors.vector(row), search.limit() + 1).stream()
                .filter(hit -> !hit.record().equals(record))
                .limit(search.limit())
                .toList();
    }

    private List<VectorHit> of(VectorSearch search, float[] vector, int limit) throws IOException {
        int[] ranksOfRows = ranks.of(snapshot, vectors);
        FixedBitSet visible = snapshot.visible(search.visibility());
        Query filter = Filters.wanted(search.filter());
        FixedBitSet wanted = filter == null ? null : snapshot.ranks(filter);
        Nearest.Hits hits = vectors.nearest(vector, new RowFilter(ranksOfRows, Filters.both(visible, wanted)), limit);
        RecordValues values = new RecordValues(snapshot);
        List<VectorHit> found = new ArrayList<>();
        for (int i = 0; i < hits.rows().length; i++) {
            found.add(new VectorHit(values.ref(ranksOfRows[hits.rows()[i]]), hits.cosines()[i]));
        }
        return found;
    }
}
