package org.byenatos.datafilesystem.index.rank;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.byenatos.api.hinata.Visibility;
import org.jspecify.annotations.Nullable;

/** An index as it was at one moment. Immutable; whoever uses it retains it before and closes it after. Thread-safe. */
public final class Snapshot implements Closeable {

    private static final int MAX_VIEWS = 16;
    private static final int MAX_COUNTS = 20_000;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final ThreadOrder order;
    private final float[] lengthFactors;
    private final float[] terms;
    private final Map<Visibility, View> views = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final WordPlaces places = new WordPlaces();
    private final ScorePool scores;

    /** What may be seen, {@code null} if that is everything. */
    private record View(@Nullable FixedBitSet ranks) {}

    /** @param reader is released with the snapshot */
    public Snapshot(DirectoryReader reader) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        this.order = ThreadOrder.of(reader.leaves(), reader.maxDoc(), reader.numDocs());
        this.scores = new ScorePool(order.size());
        this.lengthFactors = Bm25.lengthFactors(averageLength(reader.leaves()));
        this.terms = Bm25.terms(lengthFactors);
    }

    /** Keeps the snapshot open until another {@link #close}; false if it is closed already. */
    public boolean retain() {
        return reader.tryIncRef();
    }

    @Override
    public void close() throws IOException {
        reader.decRef();
    }

    /** The reader below. */
    public DirectoryReader reader() {
        return reader;
    }

    ThreadOrder order() {
        return order;
    }

    List<LeafReaderContext> leaves() {
        return reader.leaves();
    }

    /** What a word gives that is there so often in a record of a length, before its weight. */
    float term(int frequency, int length) {
        return Bm25.term(frequency, length, terms, lengthFactors);
    }

    /** Arrays for a search, which closes them. */
    Scratch scratch() {
        return new Scratch(scores);
    }

    /** Looks into the words of each segment, for one search. */
    LeafWords[] words() throws IOException {
        LeafWords[] words = new LeafWords[leaves().size()];
        for (int leaf = 0; leaf < words.length; leaf++) {
            words[leaf] = new LeafWords(leaves().get(leaf));
        }
        return words;
    }

    /** Where words stand. */
    WordPlaces places() {
        return places;
    }

    /** How much a word weighs here. */
    float idf(String word) throws IOException {
        return Bm25.idf(word, records(word), reader.maxDoc());
    }

    /** How many records have a word; deleted ones that are not merged away yet count too. */
    int records(String word) throws IOException {
        Integer count = counts.get(word);
        if (count == null) {
            count = reader.docFreq(new Term(Fields.BODY, word));
            if (counts.size() >= MAX_COUNTS) {
                counts.clear();
            }
            counts.put(word, count);
        }
        return count;
    }

    /** The ranks that may be seen, {@code null} if all may. */
    @Nullable
    FixedBitSet visible(Visibility visibility) throws IOException {
        Query filter = Filters.visible(visibility);
        if (filter == null) {
            return null;
        }
        View view = views.get(visibility);
        if (view == null) {
            FixedBitSet ranks = ranks(filter);
            view = new View(ranks.cardinality() == order.size() ? null : ranks);
            if (views.size() >= MAX_VIEWS) {
                views.clear();
            }
            views.put(visibility, view);
        }
        return view.ranks();
    }

    /** The ranks that a query matches. */
    FixedBitSet ranks(Query query) throws IOException {
        FixedBitSet ranks = new FixedBitSet(Math.max(1, order.size()));
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : reader.leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                collect(scorer.iterator(), leaf.docBase, ranks);
            }
        }
        return ranks;
    }

    /** The first and the last time of a record, {@code null} if there is none. */
    long @Nullable [] times() throws IOException {
        byte[] least = PointValues.getMinPackedValue(reader, Fields.TIME);
        byte[] greatest = PointValues.getMaxPackedValue(reader, Fields.TIME);
        return least == null || greatest == null
                ? null
                : new long[] {LongPoint.decodeDimension(least, 0), LongPoint.decodeDimension(greatest, 0)};
    }

    private void collect(DocIdSetIterator documents, int base, FixedBitSet ranks) throws IOException {
        int document = documents.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            int rank = order.rank(base + document);
            if (rank >= 0) {
                ranks.set(rank);
            }
            document = documents.nextDoc();
        }
    }

    private static float averageLength(List<LeafReaderContext> leaves) throws IOException {
        long words = 0;
        long records = 0;
        for (LeafReaderContext leaf : leaves) {
            Terms terms = leaf.reader().terms(Fields.BODY);
            if (terms != null) {
                words += terms.getSumTotalTermFreq();
                records += terms.getDocCount();
            }
        }
        return records == 0 ? 1 : (float) words / records;
    }
}
