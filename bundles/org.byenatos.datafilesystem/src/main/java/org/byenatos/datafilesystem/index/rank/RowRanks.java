package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.byenatos.datafilesystem.index.vector.RowFilter;
import org.byenatos.datafilesystem.index.vector.VectorView;
import org.jspecify.annotations.Nullable;

/**
 * Tells which row of the vectors belongs to which rank, by the position of the change that both were made for. What was
 * found for a segment is kept for as long as the segment lives. Thread-safe.
 */
public final class RowRanks {

    private final Map<IndexReader.CacheKey, Segment> segments = new ConcurrentHashMap<>();
    private volatile @Nullable Joined last;

    /**
     * The row of each document of a segment, negative if there is none.
     *
     * @param rows by document
     * @param generation of the vectors in which they were looked for
     * @param complete whether no row can come later
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Segment(int[] rows, Object generation, boolean complete) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Joined(Snapshot snapshot, VectorView vectors, int[] ranks) {}

    /** The rows of records that are there. */
    public RowFilter living(Snapshot snapshot, VectorView vectors) throws IOException {
        return new RowFilter(of(snapshot, vectors), null);
    }

    /** The rank of each row, negative if its record is gone. */
    int[] of(Snapshot snapshot, VectorView vectors) throws IOException {
        Joined joined = last;
        if (joined == null || joined.snapshot() != snapshot || joined.vectors() != vectors) {
            joined = new Joined(snapshot, vectors, join(snapshot, vectors));
            last = joined;
        }
        return joined.ranks();
    }

    private int[] join(Snapshot snapshot, VectorView vectors) throws IOException {
        int[] ranks = new int[vectors.size()];
        Arrays.fill(ranks, -1);
        for (LeafReaderContext leaf : snapshot.leaves()) {
            int[] rows = rows(leaf.reader(), vectors);
            for (int document = 0; document < rows.length; document++) {
                int rank = snapshot.order().rank(leaf.docBase + document);
                // A search beside this one may have found rows that this view is too old to hold.
                if (rank >= 0 && rows[document] >= 0 && rows[document] < ranks.length) {
                    ranks[rows[document]] = rank;
                }
            }
        }
        return ranks;
    }

    private int[] rows(LeafReader reader, VectorView vectors) throws IOException {
        IndexReader.CacheHelper core = reader.getCoreCacheHelper();
        Segment known = segments.get(core.getKey());
        if (known == null || known.generation() != vectors.generation() || !known.complete()) {
            if (known == null) {
                core.addClosedListener(segments::remove);
            }
            known = find(reader, vectors);
            segments.put(core.getKey(), known);
        }
        return known.rows();
    }

    private static Segment find(LeafReader reader, VectorView vectors) throws IOException {
        int[] rows = new int[reader.maxDoc()];
        Arrays.fill(rows, -1);
        long last = 0;
        NumericDocValues seqs = DocValues.getNumeric(reader, Fields.SEQ);
        int document = seqs.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            long seq = seqs.longValue();
            rows[document] = vectors.find(seq);
            last = Math.max(last, seq);
            document = seqs.nextDoc();
        }
        return new Segment(rows, vectors.generation(), last <= vectors.held());
    }
}
