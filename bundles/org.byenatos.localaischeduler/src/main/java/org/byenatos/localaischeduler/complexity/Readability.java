package org.byenatos.localaischeduler.complexity;

import java.util.List;
import org.byenatos.localaischeduler.text.CommonHan;
import org.byenatos.localaischeduler.text.Sentences;
import org.byenatos.localaischeduler.text.Token;
import org.byenatos.localaischeduler.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * How hard a text is to read.
 *
 * <ul>
 *   <li>English: the Coleman-Liau index, 0.0588 L - 0.296 S - 15.8 with letters (L) and sentences (S) per hundred words
 *       (Coleman, Liau: "A computer readability formula designed for machine scoring", Journal of Applied Psychology 60,
 *       1975), a school grade: below 7 low, above 11 high.
 *   <li>Other languages with spaces: LIX, words per sentence plus the percentage of words of more than six letters
 *       (Björnsson: "Läsbarhet", 1968): below 35 low, above 50 high.
 *   <li>Chinese: no formula is generally accepted. Characters per sentence and the share of characters beyond the five
 *       hundred most frequent ones, each against what is usual in plain prose (25 and 0.25): their mean below 0.8 is low,
 *       above 1.25 high.
 * </ul>
 *
 * Thread-safe.
 */
public final class Readability {

    private static final int LEAST_WORDS = 15;
    private static final int LEAST_HAN = 30;
    private static final int LONG_WORD = 6;

    private final CommonHan common;

    /** @param common the frequent characters */
    public Readability(CommonHan common) {
        this.common = common;
    }

    /**
     * The level of a text, {@code null} if it is too short to tell or its language has no formula.
     *
     * @param language the main language, as a BCP 47 tag
     */
    public @Nullable String level(String text, String language) {
        double sentences = Math.max(1, Sentences.of(text).size());
        List<Token> tokens = Tokenizer.tokens(text);
        return switch (language) {
            case "zh" -> chinese(text, letters(tokens, Token.Kind.HAN), sentences);
            case "en" -> english(tokens, sentences);
            case "ja", "th", "km", "ko", "und" -> null;
            default -> lix(tokens, sentences);
        };
    }

    private static @Nullable String english(List<Token> tokens, double sentences) {
        long words = words(tokens);
        double letters = letters(tokens, Token.Kind.WORD);
        double index = 0.0588 * (letters * 100 / words) - 0.296 * (sentences * 100 / words) - 15.8;
        return words < LEAST_WORDS ? null : level(index, 7, 11);
    }

    private static @Nullable String lix(List<Token> tokens, double sentences) {
        long words = words(tokens);
        long longWords = tokens.stream()
                .filter(t -> t.kind() == Token.Kind.WORD && t.text().length() > LONG_WORD)
                .count();
        return words < LEAST_WORDS ? null : level(words / sentences + longWords * 100.0 / words, 35, 50);
    }

    private @Nullable String chinese(String text, int characters, double sentences) {
        double index = (characters / sentences / 25 + common.rareShare(text) / 0.25) / 2;
        return characters < LEAST_HAN ? null : level(index, 0.8, 1.25);
    }

    private static String level(double index, double low, double high) {
        return index < low ? "low" : index > high ? "high" : "medium";
    }

    private static long words(List<Token> tokens) {
        return tokens.stream().filter(t -> t.kind() == Token.Kind.WORD).count();
    }

    private static int letters(List<Token> tokens, Token.Kind kind) {
        return tokens.stream()
                .filter(t -> t.kind() == kind)
                .mapToInt(t ->
                        (int) t.text().codePoints().filter(Character::isLetter).count())
                .sum();
    }
}
