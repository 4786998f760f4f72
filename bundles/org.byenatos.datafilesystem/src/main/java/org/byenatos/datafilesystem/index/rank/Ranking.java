package org.byenatos.datafilesystem.index.rank;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a question's scores at every rank, and their weighted sum. Every part is a share of its own greatest
 * value: a sum of such shares found more than a fusion of ranks. Where meaning is known, words count less the less of the
 * question they hold. Immutable once made.
 */
final class Ranking {

    private static final float NEXT = 0.5f;
    private static final float AFTER_NEXT = 0.25f;

    /** The power of the coverage by which words count beside meaning. */
    private static final double GIVES_WAY = 0.25;

    private final ThreadOrder order;
    private final Weights weights;
    private final Signals signals;
<<<<<<< HEAD
    private final float @Nullable [] meaning;
    private final float counting;
=======
    private final float[] context;
    private final float[] neighbours;
>>>>>>> perf
    private final float greatestNeighbours;

    /**
     * What is known about each rank.
     *
     * @param words how well the record's own words fit, the best 1
     * @param coverage which share of what the question's words can give the best record got, 0..1
     * @param related how well words related to the question fit, the best 1; {@code null} if there are none
     * @param dates how well the record's day fits, {@code null} if the question speaks of none
     * @param meaning how many standard deviations nearer to the question than others; {@code null} if that is not known
     * @param authors whose author the question names, {@code null} if it names none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signals(
            float[] words,
            float coverage,
            float @Nullable [] related,
            float @Nullable [] dates,
            float @Nullable [] meaning,
            @Nullable FixedBitSet authors) {}

    Ranking(ThreadOrder order, Weights weights, Signals signals) {
        this.order = order;
        this.weights = weights;
        this.signals = signals;
<<<<<<< HEAD
        this.meaning = signals.meaning() == null ? null : overNeighbours(signals.meaning());
        this.counting = meaning == null ? 1 : (float) Math.pow(signals.coverage(), GIVES_WAY);
        this.greatestNeighbours = greatestNeighbours();
=======
        this.context = context(signals);
        this.neighbours = neighbours();
        this.greatestNeighbours = WordScores.greatest(neighbours);
>>>>>>> perf
    }

    /** What each part gave to the sum at a rank. */
    Map<String, Double> explain(int rank) {
        Map<String, Double> parts = new LinkedHashMap<>();
        int start = order.threadStart(rank);
        int end = order.threadEnd(rank);
<<<<<<< HEAD
        put(parts, "words", counting * signals.words()[rank]);
        put(parts, "neighbours", counting * weights.neighbours() * neighbourShare(rank, start, end));
        put(parts, "thread", counting * weights.thread() * greatestOf(start, end));
        put(parts, "related", counting * related(rank));
=======
        put(parts, "words", signals.words()[rank]);
        put(parts, "neighbours", weights.neighbours() * neighbourShare(rank));
        put(parts, "thread", weights.thread() * greatestOf(start, end));
        put(parts, "related", related(rank));
>>>>>>> perf
        put(parts, "meaning", meaning(rank));
        put(parts, "date", date(rank));
        put(parts, "author", author(rank));
        return parts;
    }

    private static void put(Map<String, Double> parts, String name, float value) {
        if (value > 0) {
            parts.put(name, Math.round(value * 10_000) / 10_000.0);
        }
    }

    /** The sum at every rank, in a new array. */
    float[] sums() {
        float[] sums = signals.words().clone();
        float share = greatestNeighbours > 0 ? weights.neighbours() / greatestNeighbours : 0;
        int start = 0;
        while (start < sums.length) {
            int end = order.threadEnd(start);
            float greatest = greatestOf(start, end);
            for (int rank = start; rank < end && greatest > 0; rank++) {
                sums[rank] += weights.thread() * greatest + share * neighbours[rank];
            }
            start = end;
        }
        add(signals.related(), weights.related(), sums);
        add(signals.meaning(), weights.meaning(), sums);
        add(signals.dates(), weights.date(), sums);
        addAuthors(sums);
        return sums;
    }

<<<<<<< HEAD
    /**
     * The meaning of each record together with those around it in the thread, again in standard deviations: a vector of
     * one message alone says little, and what is random in several adds up as the root of the squares of their weights.
     */
    private float[] overNeighbours(float[] alone) {
        float[] together = alone.clone();
        int start = 0;
        while (start < together.length) {
            int end = order.threadEnd(start);
            for (int rank = start; rank < end && end - start > 1; rank++) {
                together[rank] += neighbours(alone, rank, start, end);
                together[rank] /= (float) Math.sqrt(squares(rank, start, end));
            }
            start = end;
=======
    private static void add(float @Nullable [] signal, float weight, float[] sums) {
        for (int rank = 0; signal != null && rank < sums.length; rank++) {
            sums[rank] += weight * signal[rank];
        }
    }

    private void addAuthors(float[] sums) {
        FixedBitSet authors = signals.authors();
        for (int rank = 0; authors != null && rank < sums.length; rank++) {
            if (sums[rank] > 0 && authors.get(rank)) {
                sums[rank] += weights.author();
            }
        }
    }

    /** What a record lends to its neighbours and its thread: its words, and its meaning if that is known; the best 1. */
    private static float[] context(Signals signals) {
        float[] meaning = signals.meaning();
        if (meaning == null) {
            return signals.words();
>>>>>>> perf
        }
        return together;
    }

    private static float squares(int rank, int start, int end) {
        int next = (rank - 1 >= start ? 1 : 0) + (rank + 1 < end ? 1 : 0);
        int afterNext = (rank - 2 >= start ? 1 : 0) + (rank + 2 < end ? 1 : 0);
        return 1 + next * NEXT * NEXT + afterNext * AFTER_NEXT * AFTER_NEXT;
    }

<<<<<<< HEAD
    private float sum(int rank, float thread, int start, int end) {
        float words = signals.words()[rank]
                + thread
                + weights.neighbours() * neighbourShare(rank, start, end)
                + related(rank);
        float sum = counting * words + meaning(rank) + date(rank);
        return sum > 0 ? sum + author(rank) : 0;
    }

=======
>>>>>>> perf
    private float related(int rank) {
        float[] related = signals.related();
        return related == null ? 0 : weights.related() * related[rank];
    }

    private float meaning(int rank) {
        return meaning == null ? 0 : weights.meaning() * meaning[rank];
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
        float greatest = 0;
        for (int rank = start; rank < end; rank++) {
            greatest = Math.max(greatest, signals.words()[rank]);
        }
        return greatest;
    }

    private float neighbourShare(int rank) {
        return greatestNeighbours > 0 ? neighbours[rank] / greatestNeighbours : 0;
    }

    /** What the two records before and the two after give to each, the nearer ones more. */
    private float[] neighbours() {
        float[] given = new float[order.size()];
        int start = 0;
        while (start < given.length) {
            int end = order.threadEnd(start);
<<<<<<< HEAD
            for (int rank = start; rank < end && end - start > 1; rank++) {
                greatest = Math.max(greatest, neighbours(signals.words(), rank, start, end));
=======
            for (int rank = start; rank < end; rank++) {
                if (context[rank] > 0) {
                    give(context[rank], rank, start, end, given);
                }
>>>>>>> perf
            }
            start = end;
        }
        return given;
    }

<<<<<<< HEAD
    private float neighbourShare(int rank, int start, int end) {
        return greatestNeighbours > 0 ? neighbours(signals.words(), rank, start, end) / greatestNeighbours : 0;
    }

    /** What the two records before and the two after give, the nearer ones more. */
    private static float neighbours(float[] of, int rank, int start, int end) {
        float sum = 0;
        sum += rank - 1 >= start ? NEXT * of[rank - 1] : 0;
        sum += rank + 1 < end ? NEXT * of[rank + 1] : 0;
        sum += rank - 2 >= start ? AFTER_NEXT * of[rank - 2] : 0;
        sum += rank + 2 < end ? AFTER_NEXT * of[rank + 2] : 0;
        return sum;
=======
    private static void give(float much, int rank, int start, int end, float[] given) {
        for (int away = 1; away <= 2; away++) {
            float share = (away == 1 ? NEXT : AFTER_NEXT) * much;
            if (rank - away >= start) {
                given[rank - away] += share;
            }
            if (rank + away < end) {
                given[rank + away] += share;
            }
        }
>>>>>>> perf
    }
}
