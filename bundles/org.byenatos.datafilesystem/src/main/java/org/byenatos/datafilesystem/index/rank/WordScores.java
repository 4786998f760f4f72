package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Scores all records of a snapshot for some words, word by word. All hits are scored and not the best ones alone,
 * because what a record is worth depends on its neighbours' scores too. Not thread-safe.
 */
final class WordScores {

    /**
     * So many occurrences of words are looked at; the words that would exceed it are the most common ones, which tell
     * records apart least. A question to less than some ten thousand records never comes near.
     */
    private static final long VISITS = 250_000;

    /** So many words count however common they are. */
    private static final int MIN_WORDS = 3;

    private final Snapshot snapshot;
    private final @Nullable FixedBitSet visible;
    private final Scratch scratch;
    private final LeafWords[] leaves;

    /**
     * @param snapshot of what
     * @param visible which ranks may be seen, {@code null} for all; others score nothing and so help no neighbour
     * @param scratch gives the arrays of scores
     */
    WordScores(Snapshot snapshot, @Nullable FixedBitSet visible, Scratch scratch) throws IOException {
        this.snapshot = snapshot;
        this.visible = visible;
        this.scratch = scratch;
        this.leaves = snapshot.words();
    }

    /** BM25 of every rank, each word times its weight here and its weight in the snapshot; in an array of the scratch. */
    float[] of(Map<String, Float> words) throws IOException {
        float[] scores = scratch.zeros();
        for (Map.Entry<String, Float> word : weights(words).entrySet()) {
            add(word.getKey(), word.getValue(), scores);
        }
        return scores;
    }

    /** Scores are not needed any more. */
    void done(float[] scores) {
        scratch.done(scores);
    }

    /** What each word weighs. The heaviest come first, and the rest is left out once enough places are visited. */
    private Map<String, Float> weights(Map<String, Float> words) throws IOException {
        Map<String, Float> all = new HashMap<>();
        for (Map.Entry<String, Float> word : words.entrySet()) {
            all.put(word.getKey(), word.getValue() * snapshot.idf(word.getKey()));
        }
        List<Map.Entry<String, Float>> heaviest = new ArrayList<>(all.entrySet());
        heaviest.sort(Map.Entry.<String, Float>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        Map<String, Float> chosen = new LinkedHashMap<>();
        long visits = 0;
        for (Map.Entry<String, Float> word : heaviest) {
            visits += snapshot.records(word.getKey());
            if (visits <= VISITS || chosen.size() < MIN_WORDS) {
                chosen.put(word.getKey(), word.getValue());
            }
        }
        return chosen;
    }

    /** What a record would score at most that had all words many times. */
    float best(Map<String, Float> words) throws IOException {
        float sum = 0;
        for (Map.Entry<String, Float> word : words.entrySet()) {
            sum += word.getValue() * snapshot.idf(word.getKey()) * Bm25.term(1, 0);
        }
        return sum;
    }

    private void add(String word, float weight, float[] scores) throws IOException {
        BytesRef bytes = new BytesRef(word);
        @Nullable TermState[] places = snapshot.places().of(word, leaves);
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            TermState place = places[leaf];
            if (place != null) {
                add(leaves[leaf].base(), leaves[leaf].postings(bytes, place), weight, scores);
            }
        }
    }

    private void add(int base, PostingsEnum postings, float weight, float[] scores) throws IOException {
        ThreadOrder order = snapshot.order();
        int document = postings.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            int rank = order.rank(base + document);
            if (rank >= 0 && (visible == null || visible.get(rank))) {
                scores[rank] += weight * snapshot.term(postings.freq(), order.length(rank));
            }
            document = postings.nextDoc();
        }
    }

    /** Divides by the greatest, so that it is 1, and returns what it was. */
    static float normalise(float[] scores) {
        float greatest = greatest(scores);
        if (greatest > 0) {
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] != 0) {
                    scores[i] /= greatest;
                }
            }
        }
        return greatest;
    }

    /** The greatest, 0 if none is above it. */
    static float greatest(float[] scores) {
        float greatest = 0;
        for (float score : scores) {
            if (score > greatest) {
                greatest = score;
            }
        }
        return greatest;
    }

    /** The greater of two scores at each rank, in the first array where there are two. */
    static float @Nullable [] greatest(float @Nullable [] first, float @Nullable [] second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        for (int i = 0; i < first.length; i++) {
            if (second[i] > first[i]) {
                first[i] = second[i];
            }
        }
        return first;
    }
}
