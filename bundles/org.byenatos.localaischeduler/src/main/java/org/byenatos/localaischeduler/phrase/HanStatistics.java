package org.byenatos.localaischeduler.phrase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a text itself says about which characters belong together: a run of characters is a word if it comes again, if
 * its parts keep together more than chance would have it (pointwise mutual information, the least over all ways to
 * part it) and if what stands beside it varies (entropy of the neighbours on both sides). Used once, by one thread.
 */
final class HanStatistics {

    private static final int LONGEST = 6;
    private static final double LEAST_COHESION = 1.5;
    private static final double LEAST_ENTROPY = 0.5;

    private final Map<String, Run> runs = new HashMap<>();
    private int total;
    private int borders;

    /** @param segments what stands between words that say nothing */
    HanStatistics(List<String> segments) {
        segments.forEach(this::count);
    }

    private static final class Run {
        private int count;
        private final Map<String, Integer> before = new HashMap<>();
        private final Map<String, Integer> after = new HashMap<>();
    }

    /** How often a run of characters occurs. */
    int count(String run, int otherwise) {
        Run found = runs.get(run);
        return found == null ? otherwise : found.count;
    }

    /** Whether a run of at least two characters is a word by these statistics. */
    boolean word(String run) {
        Run found = runs.get(run);
        return found != null
                && found.count > 1
                && cohesion(run, found.count) >= LEAST_COHESION
                && Math.min(entropy(found.before), entropy(found.after)) >= LEAST_ENTROPY;
    }

    private void count(String segment) {
        total += segment.length();
        for (int from = 0; from < segment.length(); from++) {
            for (int to = from + 1; to <= Math.min(from + LONGEST, segment.length()); to++) {
                Run run = runs.computeIfAbsent(segment.substring(from, to), absent -> new Run());
                run.count++;
                if (to - from > 1) {
                    run.before.merge(neighbour(segment, from - 1), 1, Integer::sum);
                    run.after.merge(neighbour(segment, to), 1, Integer::sum);
                }
            }
        }
    }

    /** A border of a segment is a neighbour unlike any other. */
    private String neighbour(String segment, int at) {
        return at < 0 || at >= segment.length() ? "|" + borders++ : segment.substring(at, at + 1);
    }

    private double cohesion(String run, int count) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < run.length(); i++) {
            double parts = (double) count(run.substring(0, i), 1) * count(run.substring(i), 1);
            least = Math.min(least, Math.log((double) count * total / parts));
        }
        return least;
    }

    private static double entropy(Map<String, Integer> neighbours) {
        double sum = neighbours.values().stream().mapToInt(Integer::intValue).sum();
        return neighbours.values().stream()
                .mapToDouble(n -> -n / sum * Math.log(n / sum))
                .sum();
    }
}
