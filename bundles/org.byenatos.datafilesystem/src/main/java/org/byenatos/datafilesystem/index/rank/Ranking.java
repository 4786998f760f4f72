package org.byenatos.datafilesystem.index.rank;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;
import org.byenatos.datafilesystem.index.text.AnswerKind;
import org.byenatos.datafilesystem.index.text.TextMarks;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a question's scores at every rank, and their weighted sum. Every part is a share of its own greatest
 * value: a sum of such shares found more than a fusion of ranks. Where meaning is known, words count less the less of the
 * question they hold. For one thread.
 */
final class Ranking {

    /** The power of the coverage by which words count beside meaning. */
    private static final double GIVES_WAY = 0.25;

    private final ThreadOrder order;
    private final Weights weights;
    private final Signals signals;
    private final @Nullable Nearness meaning;
    private final float counting;
    private final float[] neighbours;
    private final float greatestNeighbours;

    /**
     * What is known about each rank.
     *
     * @param words how well the record's own words fit, the best 1
     * @param coverage which share of what the question's words can give the best record got, 0..1
     * @param related how well words related to the question fit, the best 1; {@code null} if there are none
     * @param dates how well the record's day fits, {@code null} if the question speaks of none
     * @param meaning how near the records are, {@code null} if that is not known
     * @param authors whose author the question names, {@code null} if it names none
     * @param answer the kind of answer that the question asks for, {@code null} if that does not show
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signals(
            float[] words,
            float coverage,
            float @Nullable [] related,
            float @Nullable [] dates,
            @Nullable Nearness meaning,
            @Nullable FixedBitSet authors,
            @Nullable AnswerKind answer) {}

    /**
     * @param order of the records
     * @param weights of the signals
     * @param signals what is known
     * @param zeros an array that becomes this object's
     */
    Ranking(ThreadOrder order, Weights weights, Signals signals, float[] zeros) {
        this.order = order;
        this.weights = weights;
        this.signals = signals;
        this.meaning = signals.meaning() == null ? null : signals.meaning().overNeighbours(order);
        this.counting = meaning == null ? 1 : (float) Math.pow(signals.coverage(), GIVES_WAY);
        this.neighbours = zeros;
        Neighbourhood.OF_WORDS.lend(order, signals.words(), neighbours);
        this.greatestNeighbours = WordScores.greatest(neighbours);
    }

    /** What each part gave to the sum at a rank. */
    Map<String, Double> explain(int rank) {
        Map<String, Double> parts = new LinkedHashMap<>();
        int start = order.threadStart(rank);
        int end = order.threadEnd(rank);
        put(parts, "words", counting * signals.words()[rank]);
        put(parts, "neighbours", counting * weights.neighbours() * neighbourShare(rank));
        put(parts, "thread", counting * weights.thread() * greatestOf(start, end));
        put(parts, "answer", answer(rank, start));
        put(parts, "related", counting * related(rank));
        put(parts, "meaning", meaning(rank));
        put(parts, "date", date(rank));
        put(parts, "author", author(rank));
        double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        put(parts, "asking", (float) -sum * asking(order.marks(rank)));
        put(parts, "kind", (float) sum * kind(order.marks(rank)));
        return parts;
    }

    private static void put(Map<String, Double> parts, String name, float value) {
        if (value != 0) {
            parts.put(name, Math.round(value * 10_000) / 10_000.0);
        }
    }

    /** The sum at every rank, in the array of what neighbours lend, so that it can be asked for once. */
    float[] sums() {
        float[] sums = addWords(neighbours);
        add(signals.related(), counting * weights.related(), sums);
        if (meaning != null) {
            meaning.addTo(sums, weights.meaning());
        }
        add(signals.dates(), weights.date(), sums);
        addAuthors(sums);
        weighMarks(sums);
        return sums;
    }

    /** Turns what neighbours lend into the sum of that, the own words and those of the thread. */
    private float[] addWords(float[] sums) {
        float[] words = signals.words();
        float share = greatestNeighbours > 0 ? counting * weights.neighbours() / greatestNeighbours : 0;
        int start = 0;
        while (start < sums.length) {
            int end = order.threadEnd(start);
            float thread = counting * weights.thread() * greatestOf(start, end);
            for (int rank = start; rank < end && thread > 0; rank++) {
                sums[rank] = counting * words[rank] + (thread + share * sums[rank]) + answer(rank, start);
            }
            start = end;
        }
        return sums;
    }

    private static void add(float @Nullable [] signal, float weight, float[] sums) {
        for (int rank = 0; signal != null && rank < sums.length; rank++) {
            sums[rank] += weight * signal[rank];
        }
    }

    private void addAuthors(float[] sums) {
        FixedBitSet authors = signals.authors();
        for (int rank = authors == null ? -1 : Ranks.first(authors); authors != null && rank >= 0; ) {
            sums[rank] += sums[rank] > 0 ? weights.author() : 0;
            rank = Ranks.next(authors, rank);
        }
    }

    /** A question seldom answers another, and what seems to hold the kind of answer that is asked for often does. */
    private void weighMarks(float[] sums) {
        float[] factors = new float[TextMarks.VALUES];
        for (byte marks = 0; marks < factors.length; marks++) {
            factors[marks] = 1 - asking(marks) + kind(marks);
        }
        for (int rank = 0; rank < sums.length; rank++) {
            sums[rank] *= factors[order.marks(rank)];
        }
    }

    private float asking(byte marks) {
        return TextMarks.endsAsking(marks) ? weights.asking() : 0;
    }

    private float kind(byte marks) {
        AnswerKind kind = signals.answer();
        return kind != null && TextMarks.holds(marks, kind) ? weights.kind() : 0;
    }

    /** What asks just before hands its words on: the answer to it seldom says again what was asked. */
    private float answer(int rank, int threadStart) {
        boolean answers = rank > threadStart && TextMarks.asks(order.marks(rank - 1));
        return answers ? counting * weights.answer() * signals.words()[rank - 1] : 0;
    }

    private float related(int rank) {
        float[] related = signals.related();
        return related == null ? 0 : weights.related() * related[rank];
    }

    private float meaning(int rank) {
        return meaning == null ? 0 : weights.meaning() * meaning.at(rank);
    }

    private float date(int rank) {
        float[] dates = signals.dates();
        return dates == null ? 0 : weights.date() * dates[rank];
    }

    private float author(int rank) {
        FixedBitSet authors = signals.authors();
        return authors != null && authors.get(rank) ? weights.author() : 0;
    }

    private float greatestOf(int start, int end) {
        float[] words = signals.words();
        float greatest = 0;
        for (int rank = start; rank < end; rank++) {
            if (words[rank] > greatest) {
                greatest = words[rank];
            }
        }
        return greatest;
    }

    private float neighbourShare(int rank) {
        return greatestNeighbours > 0
                ? Neighbourhood.OF_WORDS.lentTo(order, signals.words(), rank) / greatestNeighbours
                : 0;
    }
}
