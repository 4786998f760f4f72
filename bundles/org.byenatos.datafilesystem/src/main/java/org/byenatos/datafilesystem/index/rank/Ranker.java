package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.byenatos.datafilesystem.index.text.DayRange;
import org.byenatos.datafilesystem.index.text.Question;
import org.jspecify.annotations.Nullable;

/** Gathers what a snapshot knows about a question. Thread-safe. */
final class Ranker {

    /** How much what goes on counts beside the best that the question finds. */
    private static final float CONTEXT = 0.15f;

    private final Weights weights;
    private final RelatedWords related;
    private final ZoneId zone;

    /**
     * @param weights of the parts of a score
     * @param related finds related words
     * @param zone where the days of a question begin and end
     */
    Ranker(Weights weights, RelatedWords related, ZoneId zone) {
        this.weights = weights;
        this.related = related;
        this.zone = zone;
    }

    /**
     * The scores of a question, and how much of it the best record answers.
     *
     * @param ranking the scores
     * @param coverage which share of what the question's words can give the best record got, 0..1
     */
    record Ranked(Ranking ranking, float coverage) {}

    /**
     * Ranks.
     *
     * @param visible which may be seen, {@code null} for all
     * @param meaning by the question's vector, {@code null} if there is none
     * @param scratch gives the arrays, so that what is returned is good until it is closed
     */
    Ranked rank(
            Snapshot snapshot,
            Question question,
            @Nullable FixedBitSet visible,
            @Nullable Nearness meaning,
            Scratch scratch)
            throws IOException {
        WordScores scores = new WordScores(snapshot, visible, scratch);
        float[] words = scores.of(question.words());
        float possible = scores.best(question.words());
        float greatest = WordScores.normalise(words);
        if (greatest > 0 && !question.context().isEmpty()) {
            float[] context = scores.of(question.context());
            addContext(words, context);
            scores.done(context);
        }
        float[] expansion = null;
        if (greatest > 0) {
            expansion = question.parts().isEmpty()
                    ? related(snapshot, scores, question, words)
                    : addParts(snapshot, scores, question, words);
        }
        float coverage = possible > 0 ? Math.min(1, greatest / possible) : 0;
        Ranking.Signals signals = new Ranking.Signals(
                words,
                coverage,
                expansion,
                dates(snapshot, question.days(), visible, scratch),
                meaning,
                authors(snapshot, question.authors(), visible),
                question.answer());
        return new Ranked(new Ranking(snapshot.order(), weights, signals, scratch.zeros()), coverage);
    }

    /** Moves up what the question finds and what goes on has to do with; what only the latter does stays where it is. */
    private static void addContext(float[] words, float[] context) {
        if (WordScores.normalise(context) == 0) {
            return;
        }
        for (int rank = 0; rank < words.length; rank++) {
            words[rank] += words[rank] > 0 ? CONTEXT * context[rank] : 0;
        }
        WordScores.normalise(words);
    }

    /** Mixes into the scores of all words the best score of any part, and returns the best of what is related to any. */
    private float @Nullable [] addParts(Snapshot snapshot, WordScores scores, Question question, float[] words)
            throws IOException {
        float[] best = null;
        float[] expansion = null;
        for (Map<String, Float> part : question.parts()) {
            float[] own = scores.of(part);
            if (WordScores.normalise(own) > 0) {
                expansion = greatest(expansion, related(snapshot, scores, question, own), scores);
                best = greatest(best, own, scores);
            }
        }
        for (int rank = 0; best != null && rank < words.length; rank++) {
            words[rank] = (1 - weights.parts()) * words[rank] + weights.parts() * best[rank];
        }
        return expansion;
    }

    private static float @Nullable [] greatest(float @Nullable [] first, float @Nullable [] second, WordScores scores) {
        float[] greatest = WordScores.greatest(first, second);
        if (second != null && greatest != second) {
            scores.done(second);
        }
        return greatest;
    }

    private float @Nullable [] related(Snapshot snapshot, WordScores scores, Question question, float[] words)
            throws IOException {
        float[] own = scores.of(related.of(snapshot, words, question.words().keySet()));
        return WordScores.normalise(own) > 0 ? own : null;
    }

    private static @Nullable FixedBitSet authors(Snapshot snapshot, Set<String> authors, @Nullable FixedBitSet visible)
            throws IOException {
        if (authors.isEmpty()) {
            return null;
        }
        List<BytesRef> names = authors.stream().map(BytesRef::new).toList();
        return seen(snapshot.ranks(new TermInSetQuery(Fields.AUTHOR, names)), visible);
    }

    private float @Nullable [] dates(
            Snapshot snapshot, List<DayRange> days, @Nullable FixedBitSet visible, Scratch scratch) throws IOException {
        long[] times = days.isEmpty() ? null : snapshot.times();
        if (times == null) {
            return null;
        }
        float[] dates = scratch.zeros();
        for (DayRange range : days) {
            for (int year = year(times[0]); year <= year(times[1]); year++) {
                DayRange of = range.in(year);
                if (of != null) {
                    mark(seen(snapshot.ranks(within(of)), visible), (float) range.weight(), dates);
                }
                if (!range.everyYear()) {
                    break;
                }
            }
        }
        return dates;
    }

    private int year(long time) {
        return Instant.ofEpochMilli(time).atZone(zone).getYear();
    }

    private Query within(DayRange days) {
        return LongPoint.newRangeQuery(Fields.TIME, millis(days.from()), millis(days.to()) - 1);
    }

    private long millis(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private static void mark(FixedBitSet ranks, float weight, float[] dates) {
        for (int rank = Ranks.first(ranks); rank >= 0; rank = Ranks.next(ranks, rank)) {
            dates[rank] = Math.max(dates[rank], weight);
        }
    }

    private static FixedBitSet seen(FixedBitSet ranks, @Nullable FixedBitSet visible) {
        if (visible != null) {
            ranks.and(visible);
        }
        return ranks;
    }
}
