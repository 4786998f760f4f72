package org.byenatos.localaischeduler.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.byenatos.localaischeduler.text.StopWords;
import org.jspecify.annotations.Nullable;

/**
 * Tells the main language of a text: first by script, then, where languages share one, by how probable they make the
 * runs of one to three letters (naive Bayes over n-grams, as in N. Shuyo, "Language Detection Library for Java", 2010).
 * Says that it does not know where letters are few, unlike any language, or like several. Thread-safe.
 */
public final class LanguageDetector {

    private static final Set<String> MAIN = Set.of("en", "de", "fr", "es", "it", "pt", "nl", "ru", "ar", "hi");
    private static final double RARER = -2;
    /** Each letter is in up to six runs, which therefore are no independent witnesses. */
    private static final double WITNESS = 0.15;

    private static final int SAMPLE = 4000;
    private static final int LEAST_LETTERS = 5;
    private static final double LEAST_KNOWN = 0.4;
    private static final double LEAST_CONFIDENCE = 0.5;

    /** In a short text a function word tells more than its letters do; in a long one the letters suffice. */
    private static final double MOST_FAMILIAR = 3;

    private static final int FEW_LETTERS = 100;

    private final StopWords stopWords;
    private @Nullable Map<String, NGrams> tables;

    /** @param stopWords the function words of languages */
    public LanguageDetector(StopWords stopWords) {
        this.stopWords = stopWords;
    }

    /** Detects the main language. */
    public Detection detect(String text) {
        Letters letters = Letters.of(text);
        Script main = letters.main();
        if (main == Script.OTHER || letters.weight(main) < LEAST_LETTERS) {
            return Detection.NONE;
        }
        String language = main == Script.HAN && letters.japanese() ? "ja" : main.language();
        NGrams table = tables().get(language);
        Detection found = table == null ? new Detection(language, 1) : among(table, letters.only(main, SAMPLE));
        if (found.confidence() < LEAST_CONFIDENCE) {
            return Detection.NONE;
        }
        double share = letters.weight(main) / letters.total();
        return new Detection(found.language(), Math.round(found.confidence() * share * 100) / 100.0);
    }

    private Detection among(NGrams table, String letters) {
        NGrams.Score score = table.score(letters);
        if (table.languages().contains("en") && score.known() < LEAST_KNOWN) {
            return Detection.NONE;
        }
        List<String> languages = table.languages();
        Map<String, Double> familiar = familiar(letters);
        double[] logs = new double[languages.size()];
        int best = 0;
        for (int i = 0; i < logs.length; i++) {
            String language = languages.get(i);
            double words = Math.min(MOST_FAMILIAR, familiar.getOrDefault(language, 0.0));
            logs[i] = score.logs()[i] * WITNESS + words + (MAIN.contains(language) ? 0 : RARER);
            best = logs[i] > logs[best] ? i : best;
        }
        double highest = logs[best];
        double sum = Arrays.stream(logs).map(log -> Math.exp(log - highest)).sum();
        return new Detection(languages.get(best), 1 / sum);
    }

    /** What the function words of a text speak for: each for the languages that have it, less if there are several. */
    private Map<String, Double> familiar(String letters) {
        Map<String, Double> familiar = new HashMap<>();
        Arrays.stream(letters.substring(0, Math.min(letters.length(), FEW_LETTERS))
                        .split(" "))
                .distinct()
                .forEach(word -> {
                    List<String> having = stopWords.having(word);
                    having.forEach(language -> familiar.merge(language, 1.0 / having.size(), Double::sum));
                });
        return familiar;
    }

    private synchronized Map<String, NGrams> tables() {
        Map<String, NGrams> read = tables;
        if (read == null) {
            read = NGramsReader.read();
            tables = read;
        }
        return read;
    }
}
