package org.byenatos.personalizationmemory.invocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells which topics a question touches, by words that name them in English or Chinese. */
public final class Topics {

    private final Map<String, Cue> cues = new LinkedHashMap<>();

    /** What names topics, and how much a question that does so needs what is known of them, 0..1. */
    private record Cue(Pattern words, double relevance) {}

    /** Reads the words from the bundle. */
    public Topics() {
        try (InputStream in = Objects.requireNonNull(Topics.class.getResourceAsStream("topics.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle's file topics.txt cannot be read", e);
        }
    }

    private void add(String line) {
        int equals = line.indexOf('=');
        Pattern words = Pattern.compile(
                Arrays.stream(line.substring(equals + 1).split("\\|"))
                        .map(String::strip)
                        .map(word -> word.charAt(0) < 0x250
                                ? "(?<![a-z])" + Pattern.quote(word) + "(?:s|ing)?(?![a-z])"
                                : word)
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE);
        String[] head = line.substring(0, equals).split("@");
        for (String topic : head[0].split(",")) {
            cues.put(topic.strip(), new Cue(words, Double.parseDouble(head[1].strip())));
        }
    }

    /** The topics of subjects that a question touches, with how much it needs what is known of them. */
    Map<String, Double> in(String question) {
        return cues.entrySet().stream()
                .filter(cue -> cue.getValue().words().matcher(question).find())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cue -> cue.getValue().relevance()));
    }
}
