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
    private final float @Nullable [] meaning;
    private final float counting;
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
        this.meaning = signals.meaning() == null ? null : overNeighbours(signals.meaning());
        this.counting = meaning == null ? 1 : (float) Math.pow(signals.coverage(), GIVES_WAY);
        this.greatestNeighbours = greatestNeighbours();
    }

    /** What each part gave to the sum at a rank. */
    Map<String, Double> explain(int rank) {
        Map<String, Double> parts = new LinkedHashMap<>();
        int start = order.threadStart(rank);
        int end = order.threadEnd(rank);
        put(parts, "words", counting * signals.words()[rank]);
        put(parts, "neighbours", counting * weights.neighbours() * neighbourShare(rank, start, end));
        put(parts, "thread", counting * weights.thread() * greatestOf(start, end));
        put(parts, "related", counting * related(rank));
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
        float[] sums = new float[order.size()];
        int start = 0;
        while (start < sums.length) {
            int end = order.threadEnd(start);
            float thread = weights.thread() * greatestOf(start, end);
            for (int rank = start; rank < end; rank++) {
                sums[rank] = sum(rank, thread, start, end);
            }
            start = end;
        }
        return sums;
    }

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
        }
        return together;
    }

    private static float squares(int rank, int start, int end) {
        int next = (rank - 1 >= start ? 1 : 0) + (rank + 1 < end ? 1 : 0);
        int afterNext = (rank - 2 >= start ? 1 : 0) + (rank + 2 < end ? 1 : 0);
        return 1 + next * NEXT * NEXT + afterNext * AFTER_NEXT * AFTER_NEXT;
    }

    private float sum(int rank, float thread, int start, int end) {
        float words = signals.words()[rank]
                + thread
                + weights.neighbours() * neighbourShare(rank, start, end)
                + related(rank);
        float sum = counting * words + meaning(rank) + date(rank);
        return sum > 0 ? sum + author(rank) : 0;
    }

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

    private float greatestNeighbours() {
        float greatest = 0;
        int start = 0;
        while (start < order.size()) {
            int end = order.threadEnd(start);
            for (int rank = start; rank < end && end - start > 1; rank++) {
                greatest = Math.max(greatest, neighbours(signals.words(), rank, start, end));
            }
            start = end;
        }
        return greatest;
    }

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
    }
}
