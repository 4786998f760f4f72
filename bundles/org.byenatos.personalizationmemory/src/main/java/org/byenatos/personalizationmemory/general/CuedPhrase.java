package org.byenatos.personalizationmemory.general;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.byenatos.personalizationmemory.text.Language;

/**
 * A phrase and what a text must hold for it to be said.
 *
 * @param phrase what is said
 * @param cues what calls for it; matches nothing for a phrase that is said where nothing else fits
 * @param otherwise whether it is said where nothing else fits
 */
record CuedPhrase(Phrase phrase, Pattern cues, boolean otherwise) {

    private static final String ANY = "*";
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    /** Reads {@code phrase | 说法 = cue, cue}. */
    static CuedPhrase parse(String line) {
        int equals = line.lastIndexOf(" = ");
        String[] names = line.substring(0, equals).split("\\|");
        Phrase phrase = new Phrase(names[0].strip(), names[1].strip());
        List<String> cues = Arrays.stream(line.substring(equals + 3).split(","))
                .map(String::strip)
                .toList();
        boolean otherwise = cues.equals(List.of(ANY));
        return new CuedPhrase(phrase, otherwise ? NOTHING : pattern(cues), otherwise);
    }

    boolean fits(String text) {
        return cues.matcher(text).find();
    }

    CuedPhrase within(Phrase frame) {
        return new CuedPhrase(frame.about(phrase), cues, otherwise);
    }

    private static Pattern pattern(List<String> cues) {
        return Pattern.compile(
                cues.stream().map(CuedPhrase::pattern).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String pattern(String cue) {
        return Language.isHan(cue.charAt(0))
                ? Pattern.quote(cue)
                : "(?<![\\p{IsLatin}\\d])" + Pattern.quote(cue) + "(?:e?s)?(?![\\p{IsLatin}\\d])";
    }
}
