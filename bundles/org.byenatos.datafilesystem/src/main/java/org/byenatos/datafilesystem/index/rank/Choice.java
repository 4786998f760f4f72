package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.search.SearchRequest;

/** Takes the best ranks, of those with one content only the best. For one search. */
final class Choice {

    /** So many times more ranks than asked for are looked at, and again as long as duplicates use them up. */
    private static final int SPARE = 2;

    private final RecordValues values;
    private final SearchRequest request;
    private final Ranking ranking;
    private final Confidence confidence;

    /**
     * @param values reads records' values
     * @param request how many, how well they must fit, and whether to explain
     * @param ranking explains
     * @param confidence makes scores
     */
    Choice(RecordValues values, SearchRequest request, Ranking ranking, Confidence confidence) {
        this.values = values;
        this.request = request;
        this.ranking = ranking;
        this.confidence = confidence;
    }

    /** The best by these sums. */
    List<Searcher.Found> of(float[] sums) throws IOException {
        int candidates = SPARE * request.limit();
        while (true) {
            int[] best = TopRanks.of(sums, candidates);
            List<Searcher.Found> found = fold(best);
            if (found.size() == request.limit() || best.length < candidates || !fits(best[best.length - 1])) {
                return found;
            }
            candidates *= SPARE;
        }
    }

    private List<Searcher.Found> fold(int[] best) throws IOException {
        Set<Long> contents = new HashSet<>();
        List<Searcher.Found> found = new ArrayList<>();
        for (int rank : best) {
            if (found.size() == request.limit() || !fits(rank)) {
                break;
            }
            if (contents.add(values.content(rank))) {
                Map<String, Double> explain = request.explain() ? ranking.explain(rank) : Map.of();
                found.add(new Searcher.Found(values.ref(rank), confidence.of(rank), explain));
            }
        }
        return found;
    }

    private boolean fits(int rank) {
        return confidence.of(rank) >= request.minScore();
    }
}
