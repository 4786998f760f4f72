package org.byenatos.launcher.bench;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Any number of records and questions, made of the sentences of the demo's: the same number gives the same record, no two
 * are alike, and words are as frequent as in real notes. Immutable.
 */
final class BenchTexts {

    private static final int SHORTEST = 10;
    private static final int THREAD_LENGTH = 20;
    private static final int MINUTES_APART = 7;
    private static final Instant FIRST = Instant.parse("2024-01-01T08:00:00Z");
    private static final Pattern END = Pattern.compile("(?<=[.!?。！？])\\s*");
    private static final Pattern GAP = Pattern.compile("[\\s，、]+");

    private final List<String> sentences;

    private BenchTexts(List<String> sentences) {
        this.sentences = List.copyOf(sentences);
    }

    /** @param folder with the demo's records, {@code *.jsonl} */
    static BenchTexts of(Path folder) throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    Map<String, Object> record = JSON.std.mapFrom(line);
                    addSentences(String.valueOf(record.get("highlight")), sentences);
                    addSentences(String.valueOf(record.get("note")), sentences);
                }
            }
        }
        return new BenchTexts(sentences);
    }

    private static void addSentences(String text, List<String> sentences) {
        END.splitAsStream(text.strip()).filter(s -> s.length() > SHORTEST).forEach(sentences::add);
    }

    /** The record of a number, as the contract has it. */
    Map<String, Object> record(int number) {
        SplittableRandom random = new SplittableRandom(number);
        int thread = number / THREAD_LENGTH;
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", "bench-" + number);
        record.put("timestamp", FIRST.plusSeconds(60L * MINUTES_APART * number).toString());
        record.put("source", number % 3 == 0 ? "browser" : "kindle");
        record.put("highlight", mixed(random));
        record.put("note", mixed(random) + " " + mixed(random) + " (" + Integer.toString(number, 36) + ")");
        record.put("address", "https://bench.example/page/" + thread + "#" + number);
        record.put("tag", List.of("bench", "t" + number % 50));
        record.put("access", "shared");
        return record;
    }

    /** The question of a number. */
    String question(int number) {
        SplittableRandom random = new SplittableRandom(~number);
        String[] words = GAP.split(sentence(random));
        int from = random.nextInt(Math.max(1, words.length - 5));
        return String.join(" ", List.of(words).subList(from, Math.min(words.length, from + 6)));
    }

    /** A long text of about as many words; a sentence more or less. */
    String text(int words) {
        SplittableRandom random = new SplittableRandom(words);
        StringBuilder text = new StringBuilder();
        for (int count = 0; count < words; ) {
            String sentence = sentence(random);
            count += GAP.split(sentence).length;
            text.append(sentence).append(' ');
        }
        return text.toString().strip();
    }

    /** The first half of a sentence and the second of another. */
    private String mixed(SplittableRandom random) {
        String first = sentence(random);
        String second = sentence(random);
        return first.substring(0, cut(first)) + second.substring(cut(second));
    }

    private static int cut(String sentence) {
        int gap = sentence.indexOf(' ', sentence.length() / 2);
        return gap < 0 ? sentence.offsetByCodePoints(0, sentence.codePointCount(0, sentence.length()) / 2) : gap;
    }

    private String sentence(SplittableRandom random) {
        return sentences.get(random.nextInt(sentences.size()));
    }
}
