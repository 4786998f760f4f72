package org.byenatos.personalizationmemory.general;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All that can be said in general, by topic; see the file {@code phrases.txt}. Immutable, thread-safe. */
final class Phrases {

    private final Map<String, List<Section>> topics = new HashMap<>();

    /** What can be said of a topic in one way; a sign of {@code NONE} fits any. */
    private record Section(Sign sign, List<CuedPhrase> phrases) {}

    /** Reads the phrases from the bundle. */
    Phrases() {
        Map<String, List<CuedPhrase>> lists = new HashMap<>();
        List<CuedPhrase> open = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("@")) {
                open = lists.computeIfAbsent(line.substring(1), name -> new ArrayList<>());
            } else if (line.startsWith("[")) {
                open = section(line, lists);
            } else {
                open.add(CuedPhrase.parse(line));
            }
        }
    }

    /** What is said of a topic for a text: every phrase that fits, else the topic's phrase for all else, if it has one. */
    List<Phrase> of(String topic, Sign sign, String text) {
        List<CuedPhrase> candidates = topics.getOrDefault(topic, List.of()).stream()
                .filter(section -> section.sign() == Sign.NONE || section.sign() == sign)
                .flatMap(section -> section.phrases().stream())
                .toList();
        List<Phrase> fitting = candidates.stream()
                .filter(candidate -> candidate.fits(text))
                .map(CuedPhrase::phrase)
                .toList();
        return fitting.isEmpty()
                ? candidates.stream()
                        .filter(CuedPhrase::otherwise)
                        .map(CuedPhrase::phrase)
                        .toList()
                : fitting;
    }

    /** Reads {@code [topic sign | English {} | 中文{}] lists}. */
    private List<CuedPhrase> section(String line, Map<String, List<CuedPhrase>> lists) {
        int end = line.indexOf(']');
        String[] parts = line.substring(1, end).split("\\|");
        String[] head = parts[0].strip().split(" ");
        List<CuedPhrase> phrases = new ArrayList<>();
        if (parts.length == 3) {
            Phrase frame = new Phrase(parts[1].strip(), parts[2].strip());
            for (String list : line.substring(end + 1).strip().split(" ")) {
                lists.getOrDefault(list, List.of()).forEach(thing -> phrases.add(thing.within(frame)));
            }
        }
        Sign sign = head.length == 1 ? Sign.NONE : Sign.written(head[1]);
        topics.computeIfAbsent(head[0], topic -> new ArrayList<>()).add(new Section(sign, phrases));
        return phrases;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle's file phrases.txt cannot be read", e);
        }
    }
}
