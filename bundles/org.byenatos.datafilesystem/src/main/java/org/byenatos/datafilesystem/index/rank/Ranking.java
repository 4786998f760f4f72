package org.byenatos.datafilesystem.index.rank;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a question's scores at every rank, and their weighted sum. Every part is a share of its own greatest
 * value: a sum of such shares found more than a fusion of ranks. Where meaning is known, words count less the less of the
 * question they hold. For one thread.
 */
final class Ranking {

    private static final float NEXT = 0.5f;
    private static final float AFTER_NEXT = 0.25f;

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
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signals(
            float[] words,
            float coverage,
            float @Nullable [] related,
            float @Nullable [] dates,
            @Nullable Nearness meaning,
            @Nullable FixedBitSet authors) {}

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
        lend(signals.words(), neighbours);
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

    /** The sum at every rank, in the array of what neighbours lend, so that it can be asked for once. */
    float[] sums() {
        float[] sums = addWords(neighbours);
        add(signals.related(), counting * weights.related(), sums);
        if (meaning != null) {
            meaning.addTo(sums, weights.meaning());
        }
        add(signals.dates(), weights.date(), sums);
        addAuthors(sums);
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
                sums[rank] = counting * words[rank] + (thread + share * sums[rank]);
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
        return greatestNeighbours > 0 ? lentTo(rank) / greatestNeighbours : 0;
    }

    /** What the two records before and the two after in the thread lend to one, the nearer ones more. */
    private float lentTo(int rank) {
        float[] words = signals.words();
        float lent = 0;
        for (int other = Math.max(order.threadStart(rank), rank - 2);
                other < Math.min(order.threadEnd(rank), rank + 3);
                other++) {
            lent += share(Math.abs(other - rank)) * words[other];
        }
        return lent;
    }

    private static float share(int away) {
        return away == 0 ? 0 : away == 1 ? NEXT : AFTER_NEXT;
    }

    /** Lends to each what the two records before and the two after in the thread have. */
    private void lend(float[] of, float[] lent) {
        int start = 0;
        while (start < lent.length) {
            int end = order.threadEnd(start);
            for (int rank = start; rank < end; rank++) {
                if (of[rank] != 0) {
                    lend(of[rank], rank, start, end, lent);
                }
            }
            start = end;
        }
    }

    private static void lend(float much, int rank, int start, int end, float[] lent) {
        float next = NEXT * much;
        float afterNext = AFTER_NEXT * much;
        if (rank - 1 >= start) {
            lent[rank - 1] += next;
        }
        if (rank + 1 < end) {
            lent[rank + 1] += next;
        }
        if (rank - 2 >= start) {
            lent[rank - 2] += afterNext;
        }
        if (rank + 2 < end) {
            lent[rank + 2] += afterNext;
        }
    }
}
