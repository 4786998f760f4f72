package org.byenatos.models.trainer;

import java.util.HashMap;
import java.util.Map;

/**
 * How often words occur.
 *
 * @param other of English and all that is not Chinese
 * @param han of Chinese, parted by the dictionary; each of its words counts at least once
 */
record WordCounts(Map<String, Long> other, Map<String, Long> han) {
    /** The language of manuals says little about the language of people. */
    private static final String MANUALS = "python-docs";

    private static final long WEIGHT = 8;

    static WordCounts of(TrainingTexts texts) {
        Counter counter = new Counter(Dictionary.of(texts.bilingual()));
        texts.paragraphs().forEach(p -> p.forEach(s -> counter.add(s, 1)));
        texts.english().forEach(p -> {
            counter.add(p.a(), WEIGHT);
            counter.add(p.b(), WEIGHT);
        });
        texts.bilingual().forEach(p -> {
            counter.add(p.a(), 1);
            counter.add(p.b(), weight(p));
        });
        texts.chinese().forEach(p -> {
            counter.add(p.a(), WEIGHT);
            counter.add(p.b(), WEIGHT);
        });
        texts.chineseTexts().forEach(p -> counter.add(p.a(), weight(p)));
        return new WordCounts(counter.other, counter.han);
    }

    private static long weight(Pair pair) {
        return pair.source().equals(MANUALS) ? 1 : WEIGHT;
    }

    private static final class Counter {
        private final Map<String, Long> other = new HashMap<>();
        private final Map<String, Long> han = new HashMap<>();
        private final Dictionary dictionary;

        Counter(Dictionary dictionary) {
            this.dictionary = dictionary;
        }

        void add(String text, long weight) {
            Words.each(text, word -> {
                if (Words.isHan(word)) {
                    dictionary.each(word, w -> han.merge(w, weight, Long::sum));
                } else {
                    other.merge(word, weight, Long::sum);
                }
            });
        }
    }
}
