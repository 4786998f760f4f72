package org.byenatos.ai.engine.text;

/** Texts far longer than a model reads. */
public final class LongTexts {

    /** Tokens are shorter on average by far; what lies behind cannot be among the first tokens but for mad texts. */
    private static final int CHARACTERS_A_TOKEN = 64;

    private LongTexts() {}

    /** The beginning of a text that has its first tokens, no character torn. */
    public static String beginning(String text, int tokens) {
        int longest = tokens * CHARACTERS_A_TOKEN;
        if (text.length() <= longest) {
            return text;
        }
        boolean torn = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, torn ? longest - 1 : longest);
    }
}
