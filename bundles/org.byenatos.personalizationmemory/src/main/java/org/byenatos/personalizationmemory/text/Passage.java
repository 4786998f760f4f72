package org.byenatos.personalizationmemory.text;

import java.util.regex.Pattern;

/** Finds the passage of a text that has most to do with a question. */
public final class Passage {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;])\\s+|(?<=[。！？；])|\\n+");

    private Passage() {}

    /** The passage between quotation marks, whole sentences from the best one on, cut to a length. */
    public static String quoted(String text, Words question, int characters) {
        if (text.length() <= characters) {
            return Quotation.of(text, characters);
        }
        int start = best(text, question);
        String passage = text.substring(start);
        String quoted = Quotation.cut(Quotation.plain(passage), characters);
        return '"' + (start > 0 ? "…" : "") + quoted + '"';
    }

    /** Where the sentence begins that shares most words with the question; 0 if none shares any. */
    private static int best(String text, Words question) {
        int at = 0;
        int bestAt = 0;
        double bestShare = 0;
        for (String sentence : SENTENCE_END.split(text)) {
            int start = text.indexOf(sentence, at);
            double share = question.within(Words.of(sentence));
            if (share > bestShare) {
                bestShare = share;
                bestAt = start;
            }
            at = start + sentence.length();
        }
        return bestAt;
    }
}
