package org.byenatos.personalizationmemory.text;

/** The languages that the memory understands. */
public enum Language {
    ENGLISH,
    CHINESE;

    /** The language that most of a text is in; three Latin letters weigh as much as a Chinese character. */
    public static Language of(String text) {
        int han = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHan(c)) {
                han++;
            } else if (c < 0x250 && Character.isLetter(c)) {
                latin++;
            }
        }
        return han * 3 > latin ? CHINESE : ENGLISH;
    }

    /** Whether a character is a common Chinese one. */
    public static boolean isHan(char c) {
        return c >= 0x3400 && c <= 0x9fff && (c >= 0x4e00 || c <= 0x4dbf);
    }
}
