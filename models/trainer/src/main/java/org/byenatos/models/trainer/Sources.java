package org.byenatos.models.trainer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The pairs that are learned from, and their shares. */
final class Sources {
    private static final Map<String, Integer> SHARES = shares();

    private final EncodedTexts texts;
    private final Lexicon lexicon;
    private final Questions questions;

    Sources(EncodedTexts texts, Lexicon lexicon, TextTokenizer tokenizer) {
        this.texts = texts;
        this.lexicon = lexicon;
        this.questions = new Questions(tokenizer);
    }

    private static Map<String, Integer> shares() {
        Map<String, Integer> out = new LinkedHashMap<>();
        out.put("self-dialogue", 8);
        out.put("schema-guided-dialogue", 3);
        out.put("wordnet-gloss", 6);
        out.put("wordnet-example", 3);
        out.put("wordnet-hypernym", 3);
        out.put("cc-cedict", 4);
        out.put("tatoeba", 8);
        out.put("python-docs", 4);
        out.put("crosswoz", 2);
        return out;
    }

    /** Those that the texts can fill. */
    List<Source> all() {
        List<Source> out = new ArrayList<>();
        TokenTexts books = texts.sentences();
        add(out, "neighbours", 10, books.size() - 1, (i, r) -> neighbours(i));
        add(out, "questions", 16, books.size(), (i, r) -> questions.english(books.get(i), r));
        add(out, "translated questions", 8, books.size(), (i, r) -> translated(books.get(i), r));
        add(out, "same sentence", 5, books.size(), (i, r) -> same(books.get(i), r));
        SHARES.forEach((source, share) -> addPairs(out, source, share));
        add(out, "glosses", 10, lexicon.glosses().size(), (i, r) -> lexicon.glosses()
                .get(i));
        add(
                out,
                "same gloss",
                4,
                lexicon.sames().size(),
                (i, r) -> sameGloss(lexicon.sames().get(i), r));
        addSpoken(out, "self-dialogue", 36);
        addSpoken(out, "schema-guided-dialogue", 4);
        addChinese(out, "voice-web-wiki-text", 1);
        addChinese(out, "python-docs-text", 0.3);
        return out;
    }

    private void addPairs(List<Source> to, String source, double weight) {
        TokenPairs pairs = texts.of(source);
        add(to, source, weight, pairs.size(), (i, r) ->
                new int[][] {pairs.a().get(i), pairs.b().get(i)});
    }

    private void addSpoken(List<Source> to, String source, double weight) {
        TokenTexts of = texts.of(source).b();
        add(to, "questions of " + source, weight, of.size(), (i, r) -> questions.spoken(of.get(i), r));
    }

    private void addChinese(List<Source> to, String source, double share) {
        TokenTexts of = texts.of(source).a();
        add(to, source + " questions", 8 * share, of.size(), (i, r) -> questions.chinese(of.get(i), r));
        add(to, source + " halves", 3 * share, of.size(), (i, r) -> halves(of.get(i), r));
        add(to, source + " translated", 6 * share, of.size(), (i, r) -> translated(of.get(i), r));
    }

    /** A source of {@code size} places, of which one is drawn each time. */
    private static void add(List<Source> to, String name, double weight, int size, Place place) {
        if (size > 0) {
            to.add(new Source(name, weight, r -> place.pair(r.nextInt(size), r)));
        }
    }

    /** Makes a pair of what stands at a place. */
    @FunctionalInterface
    private interface Place {
        int @Nullable [][] pair(int at, SplittableRandom random);
    }

    private int @Nullable [][] neighbours(int i) {
        if (texts.paragraphs()[i] != texts.paragraphs()[i + 1]) {
            return null;
        }
        return new int[][] {texts.sentences().get(i), texts.sentences().get(i + 1)};
    }

    /** A question or the text itself, partly in the other language, and the text. */
    private int @Nullable [][] translated(int[] text, SplittableRandom random) {
        if (text.length < 4) {
            return null;
        }
        int[] part = random.nextBoolean() ? Change.pick(text, random) : Change.drop(text, 0.2, random);
        double share = random.nextDouble(0.4, 1);
        return new int[][] {Change.translate(part, lexicon.translations(), share, random), text};
    }

    private static int @Nullable [][] same(int[] text, SplittableRandom random) {
        return text.length < 6 ? null : new int[][] {Change.drop(text, 0.4, random), Change.drop(text, 0.4, random)};
    }

    private static int @Nullable [][] halves(int[] text, SplittableRandom random) {
        if (text.length < 8) {
            return null;
        }
        int at = random.nextInt(text.length / 3, 2 * text.length / 3);
        return new int[][] {java.util.Arrays.copyOf(text, at), java.util.Arrays.copyOfRange(text, at, text.length)};
    }

    private static int @Nullable [][] sameGloss(List<int[]> group, SplittableRandom random) {
        int[] a = group.get(random.nextInt(group.size()));
        int[] b = group.get(random.nextInt(group.size()));
        return java.util.Arrays.equals(a, b) ? null : new int[][] {a, b};
    }
}
