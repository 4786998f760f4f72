package org.byenatos.models.trainer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns traditional Chinese characters into simplified ones, as learned from the words that a dictionary writes both ways,
 * {@code 漢字|汉字[...]}. One character always becomes the same one: the few that depend on the word may come out wrong.
 */
final class Simplifier {
    private static final Pattern BOTH_WAYS = Pattern.compile("(\\p{IsHan}+)\\|(\\p{IsHan}+)");

    private final Map<Integer, Integer> simple;

    private Simplifier(Map<Integer, Integer> simple) {
        this.simple = Map.copyOf(simple);
    }

    static Simplifier learn(List<Pair> bilingual) {
        Map<Integer, Map<Integer, Integer>> seen = new HashMap<>();
        for (Pair pair : bilingual) {
            Matcher words = BOTH_WAYS.matcher(pair.a());
            while (words.find()) {
                count(
                        words.group(1).codePoints().toArray(),
                        words.group(2).codePoints().toArray(),
                        seen);
            }
        }
        Map<Integer, Integer> simple = new HashMap<>();
        seen.forEach((from, to) -> {
            int best = to.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
            if (best != from && !to.containsKey(from)) {
                simple.put(from, best);
            }
        });
        return new Simplifier(simple);
    }

    private static void count(int[] from, int[] to, Map<Integer, Map<Integer, Integer>> seen) {
        for (int i = 0; from.length == to.length && i < from.length; i++) {
            seen.computeIfAbsent(from[i], c -> new HashMap<>()).merge(to[i], 1, Integer::sum);
        }
    }

    Map<Integer, Integer> characters() {
        return simple;
    }

    String simplify(String text) {
        if (text.codePoints().noneMatch(simple::containsKey)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(simple.getOrDefault(c, c)));
        return out.toString();
    }

    TrainingTexts simplify(TrainingTexts texts) {
        return new TrainingTexts(
                texts.paragraphs(),
                texts.english(),
                simplify(texts.bilingual()),
                simplify(texts.chinese()),
                simplify(texts.chineseTexts()));
    }

    private List<Pair> simplify(List<Pair> pairs) {
        return pairs.stream()
                .map(p -> new Pair(p.source(), clean(p), simplify(p.b())))
                .toList();
    }

    /** Glosses without pinyin and without words in both writings. */
    private String clean(Pair pair) {
        String plain = pair.source().equals("cc-cedict")
                ? BOTH_WAYS.matcher(pair.a()).replaceAll("$2").replaceAll("\\[[^\\]]*\\]", "")
                : pair.a();
        return simplify(plain);
    }
}
