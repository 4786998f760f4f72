package org.byenatos.ai.engine.bpe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression for words of the form {@code [class]{1,64}|[class]{1,48}|\p{S}}: alternatives of characters of one
 * class each, up to a bound. Such words are found by looking at each character once.
 *
 * @param classes the alternatives' classes of characters, in order
 * @param longest how many characters a word of each may have
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WordPattern(List<Pattern> classes, int[] longest) {

    /** Longer words would make merging slow. */
    static final int LONGEST = 64;

    /** So many alternatives have room beside a character in one number. */
    private static final int MOST = 8;

    private static final Pattern ALTERNATIVE =
            Pattern.compile("\\G(\\[(?:[^\\[\\]]|\\[[^\\[\\]]*])+]|\\\\p\\{\\w+})(?:\\{1,(\\d{1,3})})?(\\||$)");

    /** Java wants scripts marked; categories have one or two letters. */
    private static final Pattern SCRIPT = Pattern.compile("\\\\p\\{(\\w{3,})}");

    /** @throws IOException if it has another form */
    static WordPattern of(String regex) throws IOException {
        List<Pattern> classes = new ArrayList<>();
        List<Integer> longest = new ArrayList<>();
        boolean ended = false;
        for (Matcher next = ALTERNATIVE.matcher(regex);
                !ended && next.find();
                ended = next.group(3).isEmpty()) {
            classes.add(java(next.group(1)));
            longest.add(next.group(2) == null ? 1 : Integer.parseInt(next.group(2)));
        }
        if (!ended || classes.size() > MOST || longest.stream().anyMatch(n -> n < 1 || n > LONGEST)) {
            throw new IOException("its words are made by the pattern " + regex);
        }
        return new WordPattern(
                List.copyOf(classes),
                longest.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A bit for each alternative that a character may be part of. */
    int alternatives(int character) {
        String text = Character.toString(character);
        int bits = 0;
        for (int i = 0; i < longest.length; i++) {
            bits |= classes.get(i).matcher(text).matches() ? 1 << i : 0;
        }
        return bits;
    }

    private static Pattern java(String characters) throws IOException {
        try {
            return Pattern.compile(SCRIPT.matcher(characters).replaceAll("\\\\p{Is$1}"));
        } catch (PatternSyntaxException unknown) {
            throw new IOException("its words have the class " + characters);
        }
    }
}
