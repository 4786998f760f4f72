package org.byenatos.datafilesystem.index.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.byenatos.datafilesystem.index.text.DateRule.Span;

/** Finds the days that a question speaks of, in English and Chinese. Immutable. */
public final class QuestionDates {

    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:and|to|through|until|till|-|–|—|~|到|至|和|与)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENS = Pattern.compile("(?is).*(?:between|from|从|在|自)\\s*(?:the\\s+)?");
    private static final List<DateRule> RULES = Stream.concat(ChineseDates.RULES.stream(), EnglishDates.RULES.stream())
            .toList();

    /** The days, none if the question speaks of none. */
    public List<DayRange> find(String question, LocalDate today) {
        StringBuilder text = new StringBuilder(question);
        List<Span> spans = new ArrayList<>();
        for (DateRule rule : RULES) {
            spans.addAll(rule.take(text, today));
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return joined(question, spans);
    }

    /** "Between A and B" and "from A to B" also mean all days from A to B. */
    private static List<DayRange> joined(String question, List<Span> spans) {
        List<DayRange> days = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (i + 1 < spans.size() && opens(question, span, spans.get(i + 1))) {
                days.addAll(between(span.days(), spans.get(i + 1).days()));
                i++;
            } else {
                days.add(span.days());
            }
        }
        return days;
    }

    private static boolean opens(String question, Span first, Span second) {
        return BETWEEN.matcher(question.substring(first.end(), second.start())).matches()
                && OPENS.matcher(question.substring(0, first.start())).matches();
    }

    private static List<DayRange> between(DayRange first, DayRange second) {
        DayRange start = first.everyYear() && !second.everyYear()
                ? first.in(second.from().getYear())
                : first;
        if (start == null
                || start.everyYear() != second.everyYear()
                || !start.from().isBefore(second.to())) {
            return List.of(first, second);
        }
        return List.of(
                new DayRange(start.from(), second.to(), start.everyYear(), Math.min(start.weight(), second.weight())));
    }
}
