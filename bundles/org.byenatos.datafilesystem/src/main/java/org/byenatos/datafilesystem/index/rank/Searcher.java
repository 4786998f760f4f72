package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.datafilesystem.index.text.Question;
import org.byenatos.datafilesystem.index.text.TextAnalyzer;
import org.jspecify.annotations.Nullable;

/** Chooses the best records of a snapshot for a question. Thread-safe. */
public final class Searcher {

    /**
     * A search needs some twenty bytes a record for as long as it lasts; so many times so many records are searched at
     * once, in about 40 MB, and other searches wait.
     */
    private static final int PART = 65_536;

    private static final int PARTS = 32;

    private final Semaphore memory = new Semaphore(PARTS, true);
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

    /**
     * The best records, best first, duplicates folded.
     *
     * @param meaning what the question means, {@code null} if that is not known
     */
    public List<Found> search(Snapshot snapshot, SearchRequest request, Question question, @Nullable Meaning meaning)
            throws IOException {
        int part = Math.min(PARTS, 1 + snapshot.order().size() / PART);
        memory.acquireUninterruptibly(part);
        try (Scratch scratch = snapshot.scratch()) {
            return find(snapshot, request, question, meaning, scratch);
        } finally {
            memory.release(part);
        }
    }

    private List<Found> find(
            Snapshot snapshot, SearchRequest request, Question question, @Nullable Meaning meaning, Scratch scratch)
            throws IOException {
        FixedBitSet visible = snapshot.visible(request.visibility());
        Query filter = Filters.wanted(request.filter());
        FixedBitSet wanted = filter == null ? null : snapshot.ranks(filter);
        Nearness near = meaning == null ? null : meaning.of(snapshot, visible, wanted);
        Ranker.Ranked ranked = ranker.rank(snapshot, question, visible, near, scratch);
        float[] sums = ranked.ranking().sums();
        Ranks.keep(visible, sums);
        Confidence confidence = new Confidence(sums, ranked.coverage(), near);
        Ranks.keep(wanted, sums);
        return new Choice(new RecordValues(snapshot), request, ranked.ranking(), confidence).of(sums);
    }
}
