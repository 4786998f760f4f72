package org.byenatos.models.trainer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a text into words as the tokenizer's file does, to count them before there is a tokenizer. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}〇々]{1,64}|[\\p{L}\\p{M}&&[^\\p{IsHan}]]{1,48}|\\p{N}{1,24}|\\p{S}");

    private Words() {}

    static String normal(String text) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFKD)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKD);
        return Normalizer.normalize(MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    static void each(String text, Consumer<String> to) {
        Matcher matcher = WORD.matcher(normal(text));
        while (matcher.find()) {
            to.accept(matcher.group());
        }
    }

    /** Whether the word is Chinese; the pattern keeps Chinese apart from the rest. */
    static boolean isHan(String word) {
        int first = word.codePointAt(0);
        return Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN;
    }
}
