package org.byenatos.localaischeduler.language;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The scripts that tell a language, or a group of them, apart. A sign of a script with many signs says as much as
 * several letters do, hence the weights.
 */
enum Script {
    LATIN(Character.UnicodeScript.LATIN, 1, "en"),
    CYRILLIC(Character.UnicodeScript.CYRILLIC, 1, "ru"),
    ARABIC(Character.UnicodeScript.ARABIC, 1.2, "ar"),
    DEVANAGARI(Character.UnicodeScript.DEVANAGARI, 1.2, "hi"),
    HAN(Character.UnicodeScript.HAN, 4, "zh"),
    HIRAGANA(Character.UnicodeScript.HIRAGANA, 2, "ja"),
    KATAKANA(Character.UnicodeScript.KATAKANA, 2, "ja"),
    HANGUL(Character.UnicodeScript.HANGUL, 2.5, "ko"),
    GREEK(Character.UnicodeScript.GREEK, 1, "el"),
    HEBREW(Character.UnicodeScript.HEBREW, 1.2, "he"),
    THAI(Character.UnicodeScript.THAI, 1, "th"),
    ARMENIAN(Character.UnicodeScript.ARMENIAN, 1, "hy"),
    GEORGIAN(Character.UnicodeScript.GEORGIAN, 1, "ka"),
    BENGALI(Character.UnicodeScript.BENGALI, 1.2, "bn"),
    GURMUKHI(Character.UnicodeScript.GURMUKHI, 1.2, "pa"),
    GUJARATI(Character.UnicodeScript.GUJARATI, 1.2, "gu"),
    TAMIL(Character.UnicodeScript.TAMIL, 1.2, "ta"),
    TELUGU(Character.UnicodeScript.TELUGU, 1.2, "te"),
    KANNADA(Character.UnicodeScript.KANNADA, 1.2, "kn"),
    MALAYALAM(Character.UnicodeScript.MALAYALAM, 1.2, "ml"),
    KHMER(Character.UnicodeScript.KHMER, 1, "km"),
    OTHER(Character.UnicodeScript.UNKNOWN, 1, Detection.UNKNOWN);

    private static final Map<Character.UnicodeScript, Script> BY_SCRIPT = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(script -> script.unicode, Function.identity()));

    private final Character.UnicodeScript unicode;
    private final double weight;
    private final String language;

    Script(Character.UnicodeScript unicode, double weight, String language) {
        this.unicode = unicode;
        this.weight = weight;
        this.language = language;
    }

    /** How many letters one sign counts for. */
    double weight() {
        return weight;
    }

    /** The language that is written so, the main one if there are several. */
    String language() {
        return language;
    }

    /** The script of a letter; the frequent ones are found without a search. */
    static Script of(int letter) {
        if (letter < 0x250) {
            return LATIN;
        }
        if (letter >= 0x4E00 && letter <= 0x9FFF) {
            return HAN;
        }
        return BY_SCRIPT.getOrDefault(Character.UnicodeScript.of(letter), OTHER);
    }
}
