package org.byenatos.virtualcore.attention;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the administrator decides on attention, checked.
 *
 * @param window how far back from a record its history reaches
 * @param weights the parts' shares
 * @param similar what counts of similar things are worth
 * @param notes what notes are worth
 * @param returns what visits are worth
 * @param visitGap records of a place that are nearer than this are of one visit
 * @param time what time is worth
 * @param depth the factors
 * @param likeness what is similar
 * @param historyRecords how many records of a user are held
 */
public record AttentionSettings(
        Duration window,
        Weights weights,
        Steps similar,
        Growth notes,
        Growth returns,
        Duration visitGap,
        Time time,
        Depth depth,
        Likeness likeness,
        int historyRecords) {

    private static final String NOT_OURS = "(service|component|felix|osgi)\\..*|[.:].*";
    private static final SortedSet<String> KNOWN = Arrays.stream(AttentionConfiguration.class.getDeclaredMethods())
            .map(method -> method.getName().replace('_', '.'))
            .collect(Collectors.toCollection(TreeSet::new));

    /** The parts' shares in the weight. */
    record Weights(double similar, double notes, double returns, double time) {}

    /**
     * Values by count.
     *
     * @param most up to which count each value but the last is given, ascending
     * @param values one more
     */
    record Steps(List<Integer> most, List<Double> values) {

        double of(int count) {
            int step = 0;
            while (step < most.size() && count > most.get(step)) {
                step++;
            }
            return values.get(step);
        }
    }

    /**
     * A part that grows with a count and, less, with an extent: {@code count / full + min(most, extent / fullExtent)},
     * from {@code least} to 1.
     */
    record Growth(double full, double fullExtent, double most, double least) {

        double of(double count, double extent) {
            return Math.max(least, Math.min(1, count / full + Math.min(most, extent / fullExtent)));
        }
    }

    /** Time grows by its logarithm: {@code ln(s + 1) / ln full}, from {@code least} to 1. */
    record Time(double full, double least) {

        double of(double seconds) {
            return Math.max(least, Math.min(1, Math.log1p(seconds) / Math.log(full)));
        }
    }

    /** The factors by note, and from how many letters one is long. */
    record Depth(double none, double note, double longNote, int longLetters) {

        double of(int letters) {
            return letters == 0 ? none : letters < longLetters ? note : longNote;
        }
    }

    /** From which cosine records are similar, how many concepts they must share without a model, and when they cluster. */
    record Likeness(double similar, int sharedConcepts, double cluster) {}

    /** The settings of a configuration; fails on values out of range and on names that nobody knows. */
    public static AttentionSettings of(AttentionConfiguration configuration, Set<String> keys) {
        for (String key : keys) {
            require(KNOWN.contains(key) || key.matches(NOT_OURS), "there is no setting " + key + " among " + KNOWN);
        }
        return of(configuration);
    }

    private static AttentionSettings of(AttentionConfiguration c) {
        return new AttentionSettings(
                Duration.ofDays(within("attention.window.days", c.attention_window_days(), 1, 3650)),
                new Weights(
                        share("attention.similar.weight", c.attention_similar_weight()),
                        share("attention.notes.weight", c.attention_notes_weight()),
                        share("attention.returns.weight", c.attention_returns_weight()),
                        share("attention.time.weight", c.attention_time_weight())),
                steps(c),
                new Growth(
                        within("attention.notes.full.count", c.attention_notes_full_count(), 1, 1_000_000),
                        within("attention.notes.full.letters", c.attention_notes_full_letters(), 1, 1_000_000),
                        share("attention.notes.length.most", c.attention_notes_length_most()),
                        share("attention.notes.least", c.attention_notes_least())),
                new Growth(
                        within("attention.returns.full.visits", c.attention_returns_full_visits(), 1, 1_000_000),
                        within("attention.returns.full.days", c.attention_returns_full_days(), 1, 1_000_000),
                        share("attention.returns.days.most", c.attention_returns_days_most()),
                        share("attention.returns.least", c.attention_returns_least())),
                Duration.ofMinutes(within("attention.visit.gap.minutes", c.attention_visit_gap_minutes(), 0, 100_000)),
                new Time(
                        within("attention.time.full.seconds", c.attention_time_full_seconds(), 2, 100_000_000),
                        share("attention.time.least", c.attention_time_least())),
                depth(c),
                new Likeness(
                        share("similar.cosine", c.similar_cosine()),
                        within("similar.shared.concepts", c.similar_shared_concepts(), 1, 100),
                        share("cluster.cosine", c.cluster_cosine())),
                within("history.records", c.history_records(), 64, 65_536));
    }

    private static Steps steps(AttentionConfiguration c) {
        int[] most = c.attention_similar_records();
        double[] values = c.attention_similar_values();
        require(values.length == most.length + 1, "attention.similar.values must be one more than the records");
        require(
                IntStream.range(1, most.length).allMatch(i -> most[i] > most[i - 1]),
                "attention.similar.records must ascend");
        Arrays.stream(values).forEach(value -> share("attention.similar.values", value));
        return new Steps(
                Arrays.stream(most).boxed().toList(),
                Arrays.stream(values).boxed().toList());
    }

    private static Depth depth(AttentionConfiguration c) {
        require(
                c.attention_depth_no_note() >= 0 && c.attention_depth_note() >= 0 && c.attention_depth_long_note() >= 0,
                "depths must not be negative");
        return new Depth(
                c.attention_depth_no_note(),
                c.attention_depth_note(),
                c.attention_depth_long_note(),
                within("attention.long.note.letters", c.attention_long_note_letters(), 1, 1_000_000));
    }

    private static int within(String key, int value, int least, int most) {
        require(value >= least && value <= most, key + " must be " + least + ".." + most);
        return value;
    }

    private static double share(String key, double value) {
        require(value >= 0 && value <= 1, key + " must be 0..1");
        return value;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("Configuration " + AttentionConfiguration.PID + ": " + message + ".");
        }
    }
}
