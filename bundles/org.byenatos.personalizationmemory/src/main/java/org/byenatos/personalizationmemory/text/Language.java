package org.byenatos.personalizationmemory.text;

/** The languages that the memory understands. */
public enum Language {
    ENGLISH,
    CHINESE;

    /** The language that most of a text is in; three Latin letters weigh as much as a Chinese character. */
    public static Language of(String text) {
        long han = text.codePoints().filter(Language::isHan).count();
        long latin = text.codePoints()
                .filter(c -> c < 0x250 && Character.isLetter(c))
                .count();
        return han * 3 > latin ? CHINESE : ENGLISH;
    }

    /** Whether a code point is a Chinese character. */
    public static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }
}
