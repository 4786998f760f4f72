package org.byenatos.localaischeduler.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words that show a mood and those that turn it. Immutable. */
final class MoodWords {

    private final Map<String, Integer> strengths = new HashMap<>();
    private final Map<String, Set<String>> turns = new HashMap<>();

    MoodWords() {
        lines("en").forEach(this::strength);
        lines("zh").forEach(this::strength);
        lines("turns")
                .forEach(words ->
                        turns.put(words.get(0), words.stream().skip(1).collect(Collectors.toUnmodifiableSet())));
    }

    /** How strong the mood of a word in lower case is, -3..3; {@code null} if it shows none. */
    @Nullable
    Integer strength(String word) {
        Integer exact = strengths.get(word);
        return exact != null || (!word.endsWith("ing") && !word.endsWith("ed")) ? exact : stem(word);
    }

    private @Nullable Integer stem(String word) {
        String stem = word.substring(0, word.length() - (word.endsWith("ing") ? 3 : 2));
        Integer found = strengths.get(stem);
        return found == null ? strengths.get(stem + "e") : found;
    }

    /** Whether it turns what follows: negates it ({@code not}), makes it stronger ({@code more}) or weaker ({@code less}). */
    boolean turns(String kind, String word) {
        return turns.getOrDefault(kind, Set.of()).contains(word);
    }

    private void strength(List<String> words) {
        int strength = Integer.parseInt(words.get(0));
        words.stream().skip(1).forEach(word -> strengths.put(word.replace('_', ' '), strength));
    }

    private static List<List<String>> lines(String name) {
        try (InputStream in = MoodWords.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the bundle holds no list " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split(" ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list " + name, e);
        }
    }
}
