package org.byenatos.datafilesystem.index.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way to write a date.
 *
 * @param pattern what it looks like
 * @param meaning what it means
 */
record DateRule(Pattern pattern, Meaning meaning) {

    /** What a match means, seen from today; {@code null} if it is no date after all. */
    @FunctionalInterface
    interface Meaning {
        @Nullable
        DayRange of(Matcher match, LocalDate today);
    }

    /** A date in a text, from a place to a place. */
    record Span(int start, int end, DayRange days) {}

    static DateRule of(String regex, Meaning meaning) {
        return new DateRule(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), meaning);
    }

    /** Finds dates and blanks them, so that no other rule finds them again. */
    List<Span> take(StringBuilder text, LocalDate today) {
        List<Span> spans = new ArrayList<>();
        Matcher match = pattern.matcher(text.toString());
        while (match.find()) {
            DayRange days = meaningOf(match, today);
            if (days != null) {
                spans.add(new Span(match.start(), match.end(), days));
                for (int i = match.start(); i < match.end(); i++) {
                    text.setCharAt(i, '\u0001');
                }
            }
        }
        return spans;
    }

    private @Nullable DayRange meaningOf(Matcher match, LocalDate today) {
        try {
            return meaning.of(match, today);
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
