package org.byenatos.personalizationmemory.statement;

import java.util.regex.Pattern;

/** Blots out what somebody else may have said: quoted words, code, quoted lines of a mail. Lengths stay as they are. */
final class QuotationMask {

    /** Stands for a character that rules must not read. */
    static final char BLOT = '\u25a1';

    private static final Pattern QUOTED =
            Pattern.compile("“[^”\\n]*”|「[^」\\n]*」|『[^』\\n]*』|《[^》\\n]*》|«[^»\\n]*»|\"[^\"\\n]*\""
                    + "|(?<![\\p{L}\\p{N}])'[^'\\n]{2,}(?:'[\\p{L}][^'\\n]*)*'(?![\\p{L}\\p{N}])"
                    + "|```[\\s\\S]*?(?:```|\\z)|`[^`\\n]*`|(?m:^[ \\t]*>.*$)");

    private QuotationMask() {}

    static String apply(String text) {
        String straight = text.replace('’', '\'').replace('‘', '\'').replace('\u00a0', ' ');
        if (!quotes(straight)) {
            return straight;
        }
        return QUOTED.matcher(straight)
                .replaceAll(found -> String.valueOf(BLOT).repeat(found.group().length()));
    }

    private static boolean quotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' ? i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) : "“「『《«\"`>".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
