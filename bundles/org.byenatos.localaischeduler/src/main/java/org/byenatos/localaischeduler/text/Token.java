package org.byenatos.localaischeduler.text;

/**
 * A piece of a text.
 *
 * @param text its characters
 * @param kind what it is
 * @param start where it begins in the text
 */
public record Token(String text, Kind kind, int start) {

    /** What a token can be. */
    public enum Kind {
        /** A word of letters, perhaps with digits, hyphens or apostrophes. */
        WORD,
        /** Digits. */
        NUMBER,
        /** A run of Chinese characters. */
        HAN,
        /** A run of katakana. */
        KATAKANA,
        /** Punctuation, a line's end, or a script without words to tell. */
        BREAK
    }
}
