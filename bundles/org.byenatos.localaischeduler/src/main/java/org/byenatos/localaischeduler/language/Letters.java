package org.byenatos.localaischeduler.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What of a text tells its language: the letters, counted by script. Addresses, numbers and punctuation do not.
 * Immutable after {@link #of}.
 */
@SuppressWarnings("EnumOrdinal") // an array counts every letter without a box
final class Letters {

    private static final Pattern ADDRESS =
            Pattern.compile("\\b(?:[a-z][a-z0-9+.-]*://|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.\\w[\\w.-]*");

    private final String text;
    private final int[] counts = new int[Script.values().length];

    private Letters(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            if (Character.isLetter(letter)) {
                counts[Script.of(letter).ordinal()]++;
            }
            i += Character.charCount(letter);
        }
    }

    static Letters of(String text) {
        boolean plain = text.indexOf("://") < 0 && text.indexOf('@') < 0 && text.indexOf("www.") < 0;
        return new Letters(plain ? text : ADDRESS.matcher(text).replaceAll(" "));
    }

    /** The script that most is written in; kana are taken for Han. */
    Script main() {
        return Arrays.stream(Script.values())
                .filter(script -> script != Script.HIRAGANA && script != Script.KATAKANA)
                .max(Comparator.comparingDouble(this::weight))
                .orElse(Script.OTHER);
    }

    /** How much is written in a script; kana are taken for Han. */
    double weight(Script script) {
        return script == Script.HAN ? own(Script.HAN) + kana() : own(script);
    }

    /** All that is written. */
    double total() {
        return Arrays.stream(Script.values()).mapToDouble(this::own).sum();
    }

    /** Whether there are more kana among the Han than quotations and decoration would bring. */
    boolean japanese() {
        return kana() * 16 > own(Script.HAN);
    }

    private double kana() {
        return own(Script.HIRAGANA) + own(Script.KATAKANA);
    }

    private double own(Script script) {
        return counts[script.ordinal()] * script.weight();
    }

    /**
     * At most so many letters of a script, lower case, a single space for anything between and at both ends. Words with
     * a capital are often names, which tell little: the others come twice.
     */
    String only(Script script, int most) {
        StringBuilder words = new StringBuilder(Math.min(most, 2 * text.length()) + 2).append(' ');
        append(words, script, false, most / 2);
        append(words, script, true, most);
        return words.toString();
    }

    private void append(StringBuilder words, Script script, boolean plainOnly, int most) {
        boolean inside = false;
        boolean skipped = false;
        for (int i = 0; i < text.length() && words.length() <= most; i++) {
            char c = text.charAt(i);
            if (isMark(c) || (Character.isLetter(c) && Script.of(c) == script)) {
                skipped = inside ? skipped : plainOnly && Character.isUpperCase(c);
                inside = true;
                if (!skipped) {
                    words.append(Character.toLowerCase(c));
                }
            } else {
                inside = false;
                border(words);
            }
        }
        border(words);
    }

    private static void border(StringBuilder words) {
        if (words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    private static boolean isMark(char c) {
        return c >= 0x300
                && (Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }
}
