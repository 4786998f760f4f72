package org.byenatos.localaischeduler.text;

/** What kinds of characters there are. */
public final class Characters {

    private Characters() {}

    /** The kind of token that a character begins or goes on with. */
    static Token.Kind kind(int c) {
        if (c < 0x80) {
            return isAsciiLetter(c) ? Token.Kind.WORD : c >= '0' && c <= '9' ? Token.Kind.NUMBER : Token.Kind.BREAK;
        }
        if (isHan(c)) {
            return Token.Kind.HAN;
        }
        if (c >= 0x30A1 && c <= 0x30FC && c != 0x30FB) {
            return Token.Kind.KATAKANA;
        }
        if (Character.isDigit(c)) {
            return Token.Kind.NUMBER;
        }
        return spaced(c) ? Token.Kind.WORD : Token.Kind.BREAK;
    }

    /** Whether a character is Chinese. */
    public static boolean isHan(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || c == 0x3007
                || (c >= 0x20000 && c <= 0x3FFFF)
                || (c >= 0xF900 && c <= 0xFAFF);
    }

    /** Whether a character between two letters belongs to the word. */
    static boolean joins(char c) {
        return c == '\'' || c == '’' || c == '-' || c == '‐';
    }

    private static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Letters and marks of scripts that put spaces between words; hiragana and Thai, Lao, Khmer, Burmese do not. */
    private static boolean spaced(int c) {
        boolean letter = Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
        boolean dense = (c >= 0x0E00 && c <= 0x0EFF)
                || (c >= 0x1000 && c <= 0x109F)
                || (c >= 0x1780 && c <= 0x17FF)
                || (c >= 0x3040 && c <= 0x30FF);
        return letter && !dense;
    }
}
