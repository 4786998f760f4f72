package org.byenatos.localaischeduler.phrase;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text itself says about which characters belong together: a run of characters is a word if it comes again, if
 * its parts keep together more than chance would have it (pointwise mutual information, the least over all ways to
 * part it) and if what stands beside it varies (entropy of the neighbours on both sides). Immutable.
 */
final class HanStatistics {

    private static final int LONGEST = 6;
    private static final double LEAST_COHESION = 1;
    private static final double LEAST_ENTROPY = 0.5;

    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final int total;

    /** @param segments what stands between words that say nothing */
    HanStatistics(List<String> segments) {
        this.total = segments.stream().mapToInt(String::length).sum();
        for (int size = 1; size <= LONGEST; size++) {
            count(segments, size);
        }
        Map<String, Neighbours> candidates = new HashMap<>();
        counts.forEach((run, count) -> {
            if (run.length() > 1 && count > 1 && cohesion(run, count) >= LEAST_COHESION) {
                candidates.put(run, new Neighbours());
            }
        });
        segments.forEach(segment -> look(segment, candidates));
        candidates.forEach((run, neighbours) -> {
            if (neighbours.vary()) {
                words.add(run);
            }
        });
    }

    /** Whether a run of at least two characters is a word by these statistics. */
    boolean word(String run) {
        return words.contains(run);
    }

    /** Counts the runs of a size; a run whose beginning or end comes once comes once, and is not worth counting. */
    private void count(List<String> segments, int size) {
        for (String segment : segments) {
            for (int from = 0; from + size <= segment.length(); from++) {
                String run = segment.substring(from, from + size);
                if (size <= 2 || (repeated(run.substring(1)) && repeated(run.substring(0, size - 1)))) {
                    counts.merge(run, 1, Integer::sum);
                }
            }
        }
    }

    private boolean repeated(String run) {
        return counts.getOrDefault(run, 0) > 1;
    }

    private static void look(String segment, Map<String, Neighbours> candidates) {
        for (int from = 0; from < segment.length(); from++) {
            for (int to = from + 2; to <= Math.min(from + LONGEST, segment.length()); to++) {
                Neighbours neighbours = candidates.get(segment.substring(from, to));
                if (neighbours != null) {
                    neighbours.add(segment, from, to);
                }
            }
        }
    }

    private double cohesion(String run, int count) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < run.length(); i++) {
            double parts =
                    (double) counts.getOrDefault(run.substring(0, i), 1) * counts.getOrDefault(run.substring(i), 1);
            least = Math.min(least, Math.log((double) count * total / parts));
        }
        return least;
    }

    /** What stands on both sides of a run; a border of a segment is a neighbour unlike any other. */
    private static final class Neighbours {

        private final Map<Character, Integer> before = new HashMap<>();
        private final Map<Character, Integer> after = new HashMap<>();
        private int bordersBefore;
        private int bordersAfter;

        void add(String segment, int from, int to) {
            if (from == 0) {
                bordersBefore++;
            } else {
                before.merge(segment.charAt(from - 1), 1, Integer::sum);
            }
            if (to == segment.length()) {
                bordersAfter++;
            } else {
                after.merge(segment.charAt(to), 1, Integer::sum);
            }
        }

        boolean vary() {
            return Math.min(entropy(before, bordersBefore), entropy(after, bordersAfter)) >= LEAST_ENTROPY;
        }

        private static double entropy(Map<Character, Integer> neighbours, int borders) {
            double sum = borders
                    + neighbours.values().stream().mapToInt(Integer::intValue).sum();
            double entropy = borders / sum * Math.log(sum);
            for (int count : neighbours.values()) {
                entropy -= count / sum * Math.log(count / sum);
            }
            return entropy;
        }
    }
}
