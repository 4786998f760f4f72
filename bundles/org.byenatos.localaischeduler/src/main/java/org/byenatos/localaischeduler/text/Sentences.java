package org.byenatos.localaischeduler.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into sentences, by the marks of Latin and of Chinese scripts; headings, list items and paragraphs end
 * with their line. Used once, by one thread.
 */
public final class Sentences {

    private static final String FULL_STOPS = "。！？；!?…｡";
    private static final String CLOSERS = "\"'”’」』）)》]】";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "e.g", "i.e", "cf", "no", "nr", "fig", "vol", "pp",
            "approx", "inc", "ltd", "co", "jr", "sr", "z.b", "d.h", "bzw", "ca", "usw", "p.ej", "sra", "dra", "mme",
            "bijv", "a.m", "p.m", "u.s", "al", "ed", "est", "min", "max", "tel", "ext", "jan", "feb", "aug", "sept",
            "oct", "nov", "dec");

    private final String text;
    private final List<String> sentences = new ArrayList<>();
    private int start;

    private Sentences(String text) {
        this.text = text;
    }

    /** The sentences of a text, in order, without the space around them; what has no letter or digit is none. */
    public static List<String> of(String text) {
        Sentences cutter = new Sentences(text);
        for (int i = 0; i < text.length(); i++) {
            i = cutter.endAt(i);
        }
        cutter.cut(text.length());
        return cutter.sentences;
    }

    /** Cuts if a sentence ends with a character, and returns the last character that belongs to the end. */
    private int endAt(int i) {
        char c = text.charAt(i);
        boolean ends = c == '\n' ? lineEnds(i) : FULL_STOPS.indexOf(c) >= 0 ? markEnds(i) : c == '.' && dotEnds(i);
        if (!ends) {
            return i;
        }
        int end = i + 1;
        while (end < text.length() && (CLOSERS + FULL_STOPS + ".").indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        cut(end);
        return end - 1;
    }

    private void cut(int end) {
        String sentence = text.substring(start, end).strip();
        start = end;
        if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(sentence.indexOf('\n') < 0 ? sentence : sentence.replaceAll("\\s*\\n\\s*", " "));
        }
    }

    /** Western marks need a space after them, as in "Yahoo! and" they still would end, but not in "a?b=c". */
    private boolean markEnds(int i) {
        return text.charAt(i) > 0x7F || boundary(i + 1);
    }

    private boolean dotEnds(int i) {
        if (!boundary(i + 1)) {
            return i + 1 < text.length() && Characters.isHan(text.codePointAt(i + 1)) && !digit(i - 1);
        }
        int word = i;
        while (word > start && !Character.isWhitespace(text.charAt(word - 1)) && text.charAt(word - 1) != '(') {
            word--;
        }
        String before = text.substring(word, i).toLowerCase(Locale.ROOT);
        boolean initial = before.length() == 1 && Character.isUpperCase(text.charAt(i - 1)) && !"I".equals(before);
        boolean listNumber = word == start && digits(before);
        return !initial && !listNumber && !ABBREVIATIONS.contains(before) && !lowerCaseFollows(i + 1);
    }

    /** A line ends a sentence unless the next goes on in lower case, as wrapped text does. */
    private boolean lineEnds(int i) {
        return !lowerCaseFollows(i + 1) || (i + 1 < text.length() && text.charAt(i + 1) == '\n');
    }

    private boolean lowerCaseFollows(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && Character.isLowerCase(text.charAt(i));
    }

    private boolean boundary(int i) {
        return i >= text.length() || Character.isWhitespace(text.charAt(i)) || CLOSERS.indexOf(text.charAt(i)) >= 0;
    }

    private boolean digit(int i) {
        return i >= 0 && Character.isDigit(text.charAt(i));
    }

    private static boolean digits(String word) {
        return !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    }
}
