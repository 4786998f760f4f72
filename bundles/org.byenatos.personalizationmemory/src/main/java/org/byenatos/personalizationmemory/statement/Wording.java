package org.byenatos.personalizationmemory.statement;

import java.util.Locale;

/** A short key of a wording, the same for texts that differ only in case, space and punctuation. */
final class Wording {

    private Wording() {}

    static String key(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                hash = 31 * hash + Character.toLowerCase(c);
            }
        }
        return String.format(Locale.ROOT, "%016x", hash);
    }
}
