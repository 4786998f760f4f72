package org.byenatos.models.trainer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Invents questions about a text: a few of its words, often after a question word. */
final class Questions {
    private static final int SHORTEST = 4;

    private static final List<String> ENGLISH = List.of(
            "what is",
            "what",
            "which",
            "who",
            "who is",
            "where",
            "where did",
            "when",
            "when did",
            "how many",
            "how",
            "why did",
            "in what",
            "what did",
            "how long",
            "what kind of",
            "how does",
            "when is",
            "what are");
    private static final List<String> CHINESE =
            List.of("什么", "是什么", "哪个", "谁", "哪里", "什么时候", "多少", "怎么", "为什么", "何时", "哪些", "有多少", "多久");
    private static final List<String> SPEAKER = List.of("i", "my", "me", "we", "our", "us", "you", "your");
    private static final List<String> OTHERS = List.of("he", "his", "she", "her", "they", "their", "did", "does");

    private final List<int[]> english;
    private final List<int[]> chinese;
    private final List<int[]> names;
    private final Map<Integer, List<int[]>> persons = new HashMap<>();

    Questions(TextTokenizer tokenizer) {
        english = tokenizer.encodeAll(ENGLISH);
        chinese = tokenizer.encodeAll(CHINESE);
        names = tokenizer.encodeAll(givenNames());
        List<int[]> others = tokenizer.encodeAll(OTHERS);
        tokenizer.encodeAll(SPEAKER).stream().filter(t -> t.length == 1).forEach(t -> persons.put(t[0], others));
    }

    private static List<String> givenNames() {
        try (InputStream in = Objects.requireNonNull(Questions.class.getResourceAsStream("given-names.txt"))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int @Nullable [][] english(int[] text, SplittableRandom random) {
        return about(text, english, random);
    }

    int @Nullable [][] chinese(int[] text, SplittableRandom random) {
        return about(text, chinese, random);
    }

    /** About what somebody said: named, and in the third person; at times the text says who speaks as well. */
    int @Nullable [][] spoken(int[] text, SplittableRandom random) {
        if (text.length < SHORTEST) {
            return null;
        }
        int[] name = names.get(random.nextInt(names.size()));
        int[] words = Change.translate(Change.pick(text, random), persons, 1, random);
        int[] asked = Change.join(english.get(random.nextInt(english.size())), Change.join(name, words));
        return new int[][] {asked, random.nextInt(5) == 0 ? Change.join(name, text) : text};
    }

    private static int @Nullable [][] about(int[] text, List<int[]> asks, SplittableRandom random) {
        if (text.length < SHORTEST) {
            return null;
        }
        int[] words = Change.pick(text, random);
        int[] asked = random.nextInt(3) > 0 ? Change.join(asks.get(random.nextInt(asks.size())), words) : words;
        return new int[][] {asked, random.nextInt(3) > 0 ? text : Change.drop(text, 0.2, random)};
    }
}
