package org.byenatos.personalizationmemory.statement;

import java.util.List;
import org.byenatos.personalizationmemory.text.Language;
import org.byenatos.personalizationmemory.text.Quotation;

/** Cuts a sentence to the clauses that a statement stands in. */
final class Clauses {

    private static final int ENGLISH = 130;
    private static final int CHINESE = 60;
    private static final String MARKS = ",，;；:：、—–(（";

    private Clauses() {}

    /**
     * The sentence if it is short and says nothing else; otherwise the clauses around a finding, with marks where words
     * were left out.
     */
    static String around(String sentence, Finding finding, List<Finding> all) {
        int most = Language.of(sentence) == Language.CHINESE ? CHINESE : ENGLISH;
        int lower = all.stream()
                .mapToInt(Finding::end)
                .filter(end -> end <= finding.start())
                .max()
                .orElse(0);
        int upper = all.stream()
                .mapToInt(Finding::start)
                .filter(start -> start >= finding.end())
                .min()
                .orElse(sentence.length());
        if (lower == 0 && upper == sentence.length() && sentence.length() <= most) {
            return trimmed(sentence);
        }
        int from = lower == 0 && finding.end() <= most ? 0 : clauseStart(sentence, finding.start());
        int to = clauseEnd(sentence, finding.end());
        while (to < sentence.length() && within(sentence, from, clauseEnd(sentence, to + 1), upper, most)) {
            to = clauseEnd(sentence, to + 1);
        }
        String cut = trimmed(sentence.substring(from, to));
        String brief = Quotation.cut(cut, most * 2);
        return (from > 0 ? "…" : "") + brief + (to < sentence.length() && !brief.endsWith("…") ? "…" : "");
    }

    private static boolean within(String sentence, int from, int to, int upper, int most) {
        return to - from <= most && (to <= upper || upper == sentence.length());
    }

    private static int clauseStart(String sentence, int at) {
        int start = at;
        while (start > 0 && MARKS.indexOf(sentence.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private static int clauseEnd(String sentence, int from) {
        int end = Math.min(from, sentence.length());
        while (end < sentence.length() && MARKS.indexOf(sentence.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** On one line, without a mark that leads on to what is left out. */
    private static String trimmed(String text) {
        String plain = Quotation.plain(text);
        int end = plain.length();
        while (end > 1 && (MARKS.indexOf(plain.charAt(end - 1)) >= 0 || plain.charAt(end - 1) == ' ')) {
            end--;
        }
        return plain.substring(0, end);
    }
}
