package org.byenatos.personalizationmemory.text;

import java.util.regex.Pattern;

/**
 * Makes text of a record fit to stand between quotation marks on one line of a PSP: it can neither end its quotation nor
 * start a heading, a fence or a turn of a conversation.
 */
public final class Quotation {

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Co}\\p{Zl}\\p{Zp}&&[^\\n\\r\\t\u200d]]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Pattern FENCE = Pattern.compile("`{2,}|~{3,}");

    private static final Pattern TURN = Pattern.compile("<(\\|?/?[A-Za-z_]+\\|?)>|<</?[A-Za-z]+>>");

    private Quotation() {}

    /** The text on one line, without quotation marks around it. */
    public static String plain(String text) {
        String line = SPACE.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ");
        line = TURN.matcher(FENCE.matcher(line).replaceAll("'")).replaceAll("($1)");
        return line.replace('"', '\'').replace('“', '\'').replace('”', '\'').trim();
    }

    /** The text on one line between quotation marks, cut to a length. */
    public static String of(String text, int characters) {
        return '"' + cut(plain(text), characters) + '"';
    }

    /** The beginning of a text, to a word's end where there is one near. */
    public static String cut(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        int end = Math.max(1, characters - 1);
        int space = text.lastIndexOf(' ', end);
        if (space > end - 20 && space > 0) {
            end = space;
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
