package org.byenatos.models.trainer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What words mean in the other language, by the bilingual dictionary.
 *
 * @param translations by token, each a few tokens of the other language
 * @param glosses pairs of an English sense and a Chinese word
 * @param sames groups of Chinese words that share an English sense
 */
record Lexicon(Map<Integer, List<int[]>> translations, List<int[][]> glosses, List<List<int[]>> sames) {
    private static final int LONGEST = 3;
    private static final String[] ENDINGS = {"s", "es", "ed", "d", "ing", "ly", "er", "'s"};

    static Lexicon of(List<Pair> bilingual, TextTokenizer tokenizer, Vocabulary vocabulary) {
        Builder builder = new Builder(tokenizer);
        bilingual.stream().filter(p -> p.source().equals("cc-cedict")).forEach(builder::add);
        builder.inflect(vocabulary);
        return new Lexicon(
                builder.translations,
                builder.glosses,
                builder.sames.values().stream()
                        .filter(g -> g.size() > 1 && g.size() < 30)
                        .toList());
    }

    private static final class Builder {
        private final Map<Integer, List<int[]>> translations = new LinkedHashMap<>();
        private final List<int[][]> glosses = new ArrayList<>();
        private final Map<String, List<int[]>> sames = new LinkedHashMap<>();
        private final TextTokenizer tokenizer;

        Builder(TextTokenizer tokenizer) {
            this.tokenizer = tokenizer;
        }

        void add(Pair entry) {
            int[] word = tokenizer.encode(entry.b());
            if (word.length == 0) {
                return;
            }
            for (String sense : entry.a().replaceAll("\\([^)]*\\)", " ").split(";")) {
                String bare = sense.trim().replaceFirst("^(to be|to|an?|the) ", "");
                int[] gloss = tokenizer.encode(bare);
                if (gloss.length > 0 && gloss.length <= 12) {
                    sense(bare, gloss, word);
                }
            }
        }

        private void sense(String sense, int[] gloss, int[] word) {
            glosses.add(new int[][] {gloss, word});
            sames.computeIfAbsent(sense, s -> new ArrayList<>()).add(word);
            if (gloss.length == 1 && word.length <= LONGEST) {
                translations.computeIfAbsent(gloss[0], t -> new ArrayList<>()).add(word);
            }
            if (word.length == 1 && gloss.length <= LONGEST) {
                translations.computeIfAbsent(word[0], t -> new ArrayList<>()).add(gloss);
            }
        }

        /** Words that the dictionary lacks are looked up without their endings. */
        void inflect(Vocabulary vocabulary) {
            Map<String, Integer> numbers = new HashMap<>();
            vocabulary.tokens().forEach(t -> numbers.put(t, numbers.size()));
            Map<Integer, List<int[]>> found = new LinkedHashMap<>();
            numbers.forEach((token, number) -> {
                Integer stem = stem(token, numbers);
                if (stem != null && !translations.containsKey(number) && translations.containsKey(stem)) {
                    found.put(number, translations.getOrDefault(stem, List.of()));
                }
            });
            translations.putAll(found);
        }

        private static @org.jspecify.annotations.Nullable Integer stem(String token, Map<String, Integer> numbers) {
            for (String ending : ENDINGS) {
                if (token.endsWith(ending) && token.length() > ending.length() + 2) {
                    String stem = token.substring(0, token.length() - ending.length());
                    for (String candidate : new String[] {stem, stem + "e", stem.substring(0, stem.length() - 1)}) {
                        if (candidate.length() > 2 && numbers.containsKey(candidate)) {
                            return numbers.get(candidate);
                        }
                    }
                }
            }
            return null;
        }
    }
}
