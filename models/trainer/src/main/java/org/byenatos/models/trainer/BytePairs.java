package org.byenatos.models.trainer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Learns a vocabulary by byte pair encoding (Sennrich, Haddow and Birch, 2016): the two neighbouring pieces that occur most
 * often become one, again and again. Starts from characters; equal counts are taken in the order of the pieces' numbers.
 */
final class BytePairs {
    /** Two pieces that become one. */
    record Merge(String left, String right) {
        String joined() {
            return left + right;
        }
    }

    /** Pieces in the order they were found, and how the longer ones came to be. */
    record Learned(List<String> pieces, List<Merge> merges) {}

    private record Candidate(long pair, long count) {}

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> pieces = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private final List<int[]> words = new ArrayList<>();
    private final List<Long> frequencies = new ArrayList<>();
    private final Map<Long, Long> counts = new HashMap<>();
    private final Map<Long, Set<Integer>> places = new HashMap<>();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(
            Comparator.comparingLong(Candidate::count).reversed().thenComparingLong(Candidate::pair));

    private BytePairs() {}

    /**
     * @param counted words and how often they occur, in an order that is always the same
     * @param size how many pieces to find at most
     * @param rarest characters that occur less often are left to the tokenizer's bytes
     */
    static Learned learn(Map<String, Long> counted, int size, long rarest) {
        BytePairs state = new BytePairs();
        state.begin(counted, rarest);
        while (state.pieces.size() < size && state.mergeBest()) {}
        return new Learned(List.copyOf(state.pieces), List.copyOf(state.merges));
    }

    private void begin(Map<String, Long> counted, long rarest) {
        Map<String, Long> characters = new HashMap<>();
        counted.forEach(
                (word, n) -> word.codePoints().forEach(c -> characters.merge(Character.toString(c), n, Long::sum)));
        characters.entrySet().stream()
                .filter(e -> e.getValue() >= rarest)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> number(e.getKey()));
        counted.forEach(this::addWord);
        counts.forEach((pair, n) -> queue.add(new Candidate(pair, n)));
    }

    private void addWord(String word, long frequency) {
        List<Integer> known = new ArrayList<>();
        for (int c : word.codePoints().toArray()) {
            Integer n = numbers.get(Character.toString(c));
            if (n == null) {
                return;
            }
            known.add(n);
        }
        words.add(known.stream().mapToInt(Integer::intValue).toArray());
        frequencies.add(frequency);
        count(words.size() - 1, 1, new HashSet<>());
    }

    private int number(String piece) {
        return numbers.computeIfAbsent(piece, p -> {
            pieces.add(p);
            return pieces.size() - 1;
        });
    }

    private void count(int word, int sign, Set<Long> touched) {
        int[] parts = words.get(word);
        for (int i = 0; i + 1 < parts.length; i++) {
            long pair = ((long) parts[i] << 32) | parts[i + 1];
            counts.merge(pair, sign * frequencies.get(word), Long::sum);
            touched.add(pair);
            if (sign > 0) {
                places.computeIfAbsent(pair, p -> new HashSet<>()).add(word);
            }
        }
    }

    private boolean mergeBest() {
        for (Candidate best = queue.poll(); best != null; best = queue.poll()) {
            long now = counts.getOrDefault(best.pair(), 0L);
            if (now == best.count() && now > 1) {
                merge(best.pair());
                return true;
            }
        }
        return false;
    }

    private void merge(long pair) {
        int left = (int) (pair >>> 32);
        int right = (int) pair;
        Merge made = new Merge(pieces.get(left), pieces.get(right));
        int joined = number(made.joined());
        merges.add(made);
        Set<Long> touched = new HashSet<>();
        for (int word : places.getOrDefault(pair, Set.of()).stream().sorted().toList()) {
            count(word, -1, touched);
            words.set(word, joined(words.get(word), left, right, joined));
            count(word, 1, touched);
        }
        places.remove(pair);
        touched.stream()
                .filter(p -> counts.getOrDefault(p, 0L) > 1)
                .forEach(p -> queue.add(new Candidate(p, counts.getOrDefault(p, 0L))));
    }

    private static int[] joined(int[] parts, int left, int right, int joined) {
        int[] out = new int[parts.length];
        int n = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean here = i + 1 < parts.length && parts[i] == left && parts[i + 1] == right;
            out[n++] = here ? joined : parts[i];
            i += here ? 1 : 0;
        }
        return java.util.Arrays.copyOf(out, n);
    }
}
