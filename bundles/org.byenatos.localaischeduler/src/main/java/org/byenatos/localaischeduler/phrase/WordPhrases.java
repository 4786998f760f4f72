package org.byenatos.localaischeduler.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.localaischeduler.phrase.WordRuns.Word;

/**
 * Phrases of words. As in YAKE (Campos et al.: "YAKE! Keyword extraction from single documents using multiple local
 * features", 2020) a word says more if it is frequent in the text, stands early, is long and looks like a name; a
 * phrase is worth the mean of its words, more if it is longer or comes again. Used once, by one thread.
 */
final class WordPhrases {

    private static final int LONGEST = 4;

    private final List<List<Word>> runs;
    private final double length;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<List<String>, Integer> phraseCounts = new HashMap<>();
    private final Map<List<String>, List<Word>> phrases = new LinkedHashMap<>();

    /**
     * @param runs runs of words that say something
     * @param length of the whole text, in characters
     */
    WordPhrases(List<List<Word>> runs, int length) {
        this.runs = runs;
        this.length = Math.max(1, length);
    }

    List<Candidate> candidates() {
        runs.forEach(run -> run.forEach(word -> counts.merge(word.key(), 1, Integer::sum)));
        runs.forEach(this::cut);
        runs.forEach(run -> run.stream()
                .filter(this::again)
                .forEach(word -> phrases.putIfAbsent(List.of(word.key()), List.of(word))));
        List<Candidate> candidates = new ArrayList<>();
        phrases.forEach((keys, words) -> candidates.add(candidate(keys, words)));
        return candidates;
    }

    /** Takes a run whole, or, if it is long, cuts it from its end, where the head of an English phrase stands. */
    private void cut(List<Word> run) {
        for (int end = run.size(); end > 0; end -= Math.min(end, LONGEST - 1)) {
            int start = end <= LONGEST ? 0 : end - (LONGEST - 1);
            List<Word> words = run.subList(start, end);
            List<String> keys = words.stream().map(Word::key).toList();
            phrases.putIfAbsent(keys, words);
            phraseCounts.merge(keys, 1, Integer::sum);
            if (start == 0) {
                return;
            }
        }
    }

    private boolean again(Word word) {
        return counts.getOrDefault(word.key(), 0) > 1;
    }

    private Candidate candidate(List<String> keys, List<Word> words) {
        int count = keys.size() == 1 ? counts.getOrDefault(keys.get(0), 1) : phraseCounts.getOrDefault(keys, 1);
        double mean = words.stream().mapToDouble(this::weight).average().orElse(0);
        int first = words.get(0).start();
        double early = 1 + 0.3 * (1 - first / length);
        double again = words.size() == 1 ? 1 : 1 + Math.log(count);
        double score = mean * (1 + 0.25 * (words.size() - 1)) * again * early;
        int all = keys.size() == 1 ? counts.getOrDefault(keys.get(0), count) : count;
        return new Candidate(text(words), keys, all, score, first);
    }

    private double weight(Word word) {
        double lengthy = 0.5 + Math.min(word.key().length(), 10) / 20.0;
        return (1 + Math.log(counts.getOrDefault(word.key(), 1))) * lengthy * (word.named() ? 1.3 : 1);
    }

    private static String text(List<Word> words) {
        StringBuilder text = new StringBuilder();
        for (Word word : words) {
            text.append(text.isEmpty() ? "" : " ").append(word.text());
        }
        return text.toString();
    }
}
