package org.byenatos.localaischeduler.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.byenatos.localaischeduler.text.Token;
import org.byenatos.localaischeduler.text.Tokenizer;

/**
 * Tells the mood of English and Chinese texts by the words that show one. A negation up to three words before turns a
 * word's mood around at three quarters of its strength, words like "very" and "slightly" change it by a third, and what
 * follows a "but" counts for more than what goes before. The sum s becomes s / sqrt(s² + 15), as in VADER (Hutto, Gilbert:
 * "VADER: A parsimonious rule-based model for sentiment analysis of social media text", 2014). It knows no irony, and of
 * other languages nothing. Thread-safe.
 */
public final class SentimentScale {

    private static final double NEGATED = -0.75;
    private static final double CHANGE = 1 / 3.0;
    private static final double BEFORE_BUT = 0.6;
    private static final double ALPHA = 15;
    private static final int REACH = 3;
    private static final int HAN_LONGEST = 5;
    private static final Set<String> BUT = Set.of("but", "however", "但", "但是", "不过", "可是", "然而");

    private final MoodWords words;

    /** Reads the lists. */
    public SentimentScale() {
        this.words = new MoodWords();
    }

    /** The mood of a text. */
    public Mood of(String text) {
        List<String> parts = parts(text);
        double sum = 0;
        int shown = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (BUT.contains(parts.get(i))) {
                sum *= BEFORE_BUT;
            }
            Integer strength = words.strength(parts.get(i));
            if (strength != null) {
                sum += strength * factor(parts, i);
                shown++;
            }
        }
        double score = sum / Math.sqrt(sum * sum + ALPHA);
        return new Mood(Math.round(score * 1000) / 1000.0, shown);
    }

    /** What the words before make of a word. */
    private double factor(List<String> parts, int at) {
        double factor = 1;
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            String before = parts.get(i);
            if (before.isEmpty() || BUT.contains(before)) {
                break;
            }
            if (words.turns("not", before)) {
                factor *= NEGATED;
            } else if (words.turns("more", before)) {
                factor *= 1 + CHANGE;
            } else if (words.turns("less", before)) {
                factor *= 1 - CHANGE;
            }
        }
        return factor;
    }

    /** Words in lower case, two where the two are a word of the list; an empty one where a clause ends. */
    private List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (Token token : Tokenizer.tokens(text)) {
            switch (token.kind()) {
                case HAN -> han(token.text(), parts);
                case WORD -> word(token.text().toLowerCase(Locale.ROOT).replace('’', '\''), parts);
                case BREAK -> parts.add("");
                case NUMBER, KATAKANA -> parts.add(token.text());
            }
        }
        return parts;
    }

    private void word(String word, List<String> parts) {
        int last = parts.size() - 1;
        if (last >= 0 && words.strength(parts.get(last) + ' ' + word) != null) {
            parts.set(last, parts.get(last) + ' ' + word);
        } else {
            parts.add(word);
        }
    }

    /** The longest words that the lists know; other characters one by one. */
    private void han(String run, List<String> parts) {
        for (int at = 0; at < run.length(); ) {
            int length = Math.min(HAN_LONGEST, run.length() - at);
            while (length > 1 && !known(run.substring(at, at + length))) {
                length--;
            }
            parts.add(run.substring(at, at + length));
            at += length;
        }
    }

    private boolean known(String word) {
        return words.strength(word) != null
                || BUT.contains(word)
                || words.turns("not", word)
                || words.turns("more", word)
                || words.turns("less", word);
    }
}
