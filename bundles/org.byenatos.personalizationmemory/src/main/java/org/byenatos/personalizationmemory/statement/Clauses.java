package org.byenatos.personalizationmemory.statement;

import org.byenatos.personalizationmemory.text.Language;
import org.byenatos.personalizationmemory.text.Quotation;

/** Cuts a long sentence to the clauses that a statement stands in. */
final class Clauses {

    private static final int ENGLISH = 130;
    private static final int CHINESE = 60;
    private static final String MARKS = ",，;；:：、—–(（";

    private Clauses() {}

    /** The sentence, or if it is long the clauses around a match, with marks where words were left out. */
    static String around(String sentence, int start, int end) {
        int most = Language.of(sentence) == Language.CHINESE ? CHINESE : ENGLISH;
        if (sentence.length() <= most) {
            return Quotation.plain(sentence);
        }
        int from = start;
        while (from > 0 && MARKS.indexOf(sentence.charAt(from - 1)) < 0) {
            from--;
        }
        int to = clauseEnd(sentence, end);
        while (to < sentence.length() && clauseEnd(sentence, to + 1) - from <= most) {
            to = clauseEnd(sentence, to + 1);
        }
        String cut = sentence.substring(from, to).strip();
        String plain = Quotation.cut(Quotation.plain(cut), most * 2);
        return (from > 0 ? "…" : "") + plain + (to < sentence.length() && !plain.endsWith("…") ? "…" : "");
    }

    private static int clauseEnd(String sentence, int from) {
        int end = Math.min(from, sentence.length());
        while (end < sentence.length() && MARKS.indexOf(sentence.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
