package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.datafilesystem.index.text.Question;
import org.byenatos.datafilesystem.index.text.TextAnalyzer;
import org.jspecify.annotations.Nullable;

/** Chooses the best records of a snapshot for a question. Thread-safe. */
public final class Searcher {

    /** So many times more candidates than asked for, as duplicates fall out. */
    private static final int SPARE = 2;

    private final Ranker ranker;

    /**
     * @param weights of the parts of a score
     * @param analyzer the same that made the index
     * @param zone where days begin and end
     */
    public Searcher(Weights weights, TextAnalyzer analyzer, ZoneId zone) {
        this.ranker = new Ranker(weights, new RelatedWords(analyzer), zone);
    }

    /**
     * A record that was found.
     *
     * @param ref which
     * @param score how well it fits, 0..1
     * @param explain what each part gave, empty unless asked for
     */
    public record Found(RecordRef ref, double score, Map<String, Double> explain) {}

    /** The best records, best first, duplicates folded. */
    public List<Found> search(Snapshot snapshot, SearchRequest request, Question question) throws IOException {
        FixedBitSet visible = snapshot.visible(request.visibility());
        Ranker.Ranked ranked = ranker.rank(snapshot, question, visible);
        float[] scores = ranked.ranking().scores().clone();
        clearHidden(scores, visible);
        Query wanted = Filters.wanted(request.filter());
        clearHidden(scores, wanted == null ? null : snapshot.ranks(wanted));
        return choose(snapshot, request, ranked, scores);
    }

    private static List<Found> choose(Snapshot snapshot, SearchRequest request, Ranker.Ranked ranked, float[] scores)
            throws IOException {
        int candidates = SPARE * request.limit();
        while (true) {
            int[] best = TopRanks.of(scores, candidates);
            List<Found> found = fold(snapshot, request, ranked, best);
            boolean all = best.length < candidates || confidenceOf(ranked, best) < request.minScore();
            if (all || found.size() == request.limit()) {
                return found;
            }
            candidates *= SPARE;
        }
    }

    private static double confidenceOf(Ranker.Ranked ranked, int[] best) {
        return best.length == 0 ? 0 : new Confidence(ranked).of(best[best.length - 1]);
    }

    /** The first of those with one content, up to the limit. */
    private static List<Found> fold(Snapshot snapshot, SearchRequest request, Ranker.Ranked ranked, int[] best)
            throws IOException {
        RecordValues values = new RecordValues(snapshot);
        Confidence confidence = new Confidence(ranked);
        Set<Long> contents = new HashSet<>();
        List<Found> found = new ArrayList<>();
        for (int rank : best) {
            double score = confidence.of(rank);
            if (found.size() == request.limit() || score < request.minScore()) {
                break;
            }
            if (contents.add(values.content(rank))) {
                Map<String, Double> explain =
                        request.explain() ? ranked.ranking().explain(rank) : Map.of();
                found.add(new Found(values.ref(rank), score, explain));
            }
        }
        return found;
    }

    private static void clearHidden(float[] scores, @Nullable FixedBitSet kept) {
        for (int rank = 0; kept != null && rank < scores.length; rank++) {
            if (!kept.get(rank)) {
                scores[rank] = 0;
            }
        }
    }
}
