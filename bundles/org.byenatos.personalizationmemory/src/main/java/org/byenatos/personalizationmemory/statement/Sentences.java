package org.byenatos.personalizationmemory.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits English and Chinese text into sentences. */
final class Sentences {

    /** A longer run without an end is not a sentence that a person wrote about themselves. */
    private static final int LONGEST = 600;

    private static final Pattern END = Pattern.compile("[。！？!?；…]+[”」』\"')）]*|[.;]+[”\"')）]*(?=\\s|$|□)|\\n+");

    private static final Pattern ABBREVIATION =
            Pattern.compile("(?i)(?:^|[\\s(])(?:mr|mrs|ms|dr|prof|st|no|vs|etc|e\\.g|i\\.e|approx|jr|sr|[a-z])\\.$");

    private Sentences() {}

    /** The sentences in their order. */
    static List<Sentence> of(String text) {
        String plain = QuotationMask.apply(text);
        List<Sentence> found = new ArrayList<>();
        Matcher end = END.matcher(plain);
        int start = 0;
        while (end.find()) {
            if (!abbreviates(plain, start, end)) {
                add(found, text, plain, start, end.end());
                start = end.end();
            }
        }
        add(found, text, plain, start, text.length());
        return found;
    }

    private static boolean abbreviates(String plain, int start, Matcher end) {
        return ".".equals(end.group())
                && ABBREVIATION.matcher(plain.substring(start, end.end())).find();
    }

    private static void add(List<Sentence> found, String text, String plain, int from, int to) {
        int start = from;
        int stop = to;
        while (start < stop && skippable(plain.charAt(start))) {
            start++;
        }
        while (stop > start && Character.isWhitespace(plain.charAt(stop - 1))) {
            stop--;
        }
        if (stop - start > 1 && stop - start <= LONGEST) {
            String body = plain.substring(start, stop);
            found.add(new Sentence(text.substring(start, stop), body, asks(body)));
        }
    }

    /** Space, and the marks that begin the items of a list. */
    private static boolean skippable(char c) {
        return Character.isWhitespace(c) || "-*•·#>　".indexOf(c) >= 0;
    }

    private static boolean asks(String sentence) {
        int last = sentence.length() - 1;
        while (last > 0 && "”」』\"')）！!".indexOf(sentence.charAt(last)) >= 0) {
            last--;
        }
        return "?？".indexOf(sentence.charAt(last)) >= 0;
    }
}
