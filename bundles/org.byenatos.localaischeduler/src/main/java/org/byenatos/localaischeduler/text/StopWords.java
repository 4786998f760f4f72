package org.byenatos.localaischeduler.text;

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
import java.util.stream.Stream;

/** The words that say nothing by themselves, by language. Immutable. */
public final class StopWords {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl");

    private final Map<String, List<String>> languages = new HashMap<>();
    private final HanSegments han = new HanSegments(read("zh"), read("zh-words"));

    /** Reads the lists. */
    public StopWords() {
        for (String language : LANGUAGES) {
            read(language).forEach(word -> languages.merge(word, List.of(language), StopWords::both));
        }
    }

    /** Whether a word in lower case says nothing in a language; where there is no list for it, short words do. */
    public boolean contains(String language, String word) {
        return LANGUAGES.contains(language) ? word.length() < 2 || having(word).contains(language) : word.length() < 3;
    }

    /** The languages on whose list a word in lower case is. */
    public List<String> having(String word) {
        return languages.getOrDefault(word, List.of());
    }

    /** Cuts Chinese at the words that say nothing. */
    public HanSegments han() {
        return han;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Set<String> read(String name) {
        try (InputStream in = StopWords.class.getResourceAsStream("stopwords/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the bundle holds no stop words of " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the stop words of " + name, e);
        }
    }
}
