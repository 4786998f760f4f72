package org.byenatos.personalizationmemory.invocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells which topics a question touches, by words that name them in English or Chinese. */
public final class Topics {

    private final Map<String, Pattern> cues = new LinkedHashMap<>();

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
        for (String topic : line.substring(0, equals).split(",")) {
            cues.put(topic.strip(), words);
        }
    }

    /** The topics of subjects that a question touches. */
    Set<String> in(String question) {
        return cues.entrySet().stream()
                .filter(cue -> cue.getValue().matcher(question).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
