package org.byenatos.models.trainer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a tokenizer knows.
 *
 * @param tokens in the order of their numbers
 * @param merges of pieces, in the order of their rank
 * @param aliases characters that share the number of another: merges go by numbers, so that a word of aliases is found too
 */
record Vocabulary(List<String> tokens, List<BytePairs.Merge> merges, Map<String, String> aliases) {
    /** Stands where a batch is filled up; no text yields it. */
    static final String PADDING = "[PAD]";

    private static final long RAREST_ENGLISH = 50;
    private static final long RAREST_CHINESE = 40;

    Vocabulary {
        tokens = List.copyOf(tokens);
        merges = List.copyOf(merges);
        aliases = Collections.unmodifiableMap(new TreeMap<>(aliases));
    }

    /** Learns a vocabulary of a share for each language; the bytes that any other character falls back to come first. */
    static Vocabulary learn(TrainingTexts texts, Simplifier simplifier, Recipe recipe) {
        WordCounts counts = WordCounts.of(texts);
        BytePairs.Learned other = BytePairs.learn(frequent(counts.other(), 2), recipe.englishTokens(), RAREST_ENGLISH);
        BytePairs.Learned han = BytePairs.learn(frequent(counts.han(), 1), recipe.chineseTokens(), RAREST_CHINESE);
        Set<String> tokens = new LinkedHashSet<>();
        tokens.add(PADDING);
        for (int b = 0; b < 256; b++) {
            tokens.add("<0x%02X>".formatted(b));
        }
        tokens.addAll(other.pieces());
        tokens.addAll(han.pieces());
        List<BytePairs.Merge> merges = new ArrayList<>(other.merges());
        merges.addAll(han.merges());
        return new Vocabulary(new ArrayList<>(tokens), merges, aliases(simplifier, tokens));
    }

    /** Traditional characters of which the simplified one is a token. */
    private static Map<String, String> aliases(Simplifier simplifier, Set<String> tokens) {
        Map<String, String> out = new TreeMap<>();
        simplifier.characters().forEach((from, to) -> {
            String character = Character.toString(from);
            if (!tokens.contains(character) && tokens.contains(Character.toString(to))) {
                out.put(character, Character.toString(to));
            }
        });
        return out;
    }

    private static Map<String, Long> frequent(Map<String, Long> counts, long least) {
        Map<String, Long> out = new TreeMap<>();
        counts.forEach((word, n) -> {
            if (n >= least) {
                out.put(word, n);
            }
        });
        return out;
    }

    /** For each token the numbers of the two that it was merged from, or none. */
    int[][] parts() {
        Map<String, Integer> numbers = new HashMap<>();
        tokens.forEach(t -> numbers.put(t, numbers.size()));
        int[][] out = new int[tokens.size()][0];
        for (BytePairs.Merge m : merges) {
            Integer joined = numbers.get(m.joined());
            Integer left = numbers.get(m.left());
            Integer right = numbers.get(m.right());
            if (joined != null && left != null && right != null && out[joined].length == 0) {
                out[joined] = new int[] {left, right};
            }
        }
        return out;
    }
}
