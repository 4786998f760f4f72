package org.byenatos.datafilesystem.index.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.byenatos.datafilesystem.index.text.Days.Third;
import org.jspecify.annotations.Nullable;

/** Dates as English writes them, and those in digits. The order counts: what says more comes first. */
final class EnglishDates {

    private static final String MONTH =
            "(?<month>january|february|march|april|may|june|july|august|september|october|november|december"
                    + "|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:,?\\s+(?:of\\s+)?(?<year>(?:19|20)\\d{2})(?!\\d))";
    private static final String WEEKDAY = "(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final String UNIT = "(?<unit>day|week|month|year)s?";
    private static final String COUNT = "(?<count>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
            + "|(?:a )?couple(?: of)?|(?:a )?few|several)";
    private static final String BEFORE_MONTH =
            "(?:\\b(?:in|of|since|during|until|by|from|and|to|before|after|last|this|next|late|early|mid)[\\s-]+)";
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final int MAX_ABBREVIATION = 5;
    private static final Set<String> FULL_NAMES = Set.of("march", "april", "may", "june", "july");

    /** The rules, the first ones first. */
    static final List<DateRule> RULES = List.of(
            DateRule.of(
                    "(?<!\\d)(?<year>(?:19|20)\\d{2})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})(?!\\d)",
                    (m, today) -> Days.day(number(m, "year"), number(m, "month"), number(m, "day"))),
            DateRule.of(
                    "(?<!\\d)(?<year>(?:19|20)\\d{2})[-/](?<month>\\d{1,2})(?![\\d/-])",
                    (m, today) -> Days.month(number(m, "year"), number(m, "month"), Third.WHOLE)),
            DateRule.of(
                    "(?<!\\d)" + DAY + "\\s+(?:of\\s+)?" + MONTH + YEAR + "?(?!\\p{L})",
                    (m, today) -> Days.day(year(m), month(m), number(m, "day"))),
            DateRule.of(
                    "\\b" + MONTH + "\\s+(?:the\\s+)?" + DAY + "(?![\\d:])" + YEAR + "?",
                    (m, today) -> Days.day(year(m), month(m), number(m, "day"))),
            DateRule.of(
                    "(?:\\b(?<part>early|mid|middle of|late|beginning of|start of|end of)[\\s-]+)?"
                            + "(?:\\b(?<which>last|this|next)\\s+)?\\b" + MONTH + YEAR + "?(?!\\p{L})",
                    EnglishDates::monthOf),
            DateRule.of("\\bthe day before yesterday\\b", (m, today) -> Days.day(today.minusDays(2))),
            DateRule.of("\\b(?:yesterday|last night)\\b", (m, today) -> Days.day(today.minusDays(1))),
            DateRule.of("\\b(?:today|tonight|this (?:morning|afternoon|evening))\\b", (m, today) -> Days.day(today)),
            DateRule.of("\\btomorrow\\b", (m, today) -> Days.day(today.plusDays(1))),
            DateRule.of("\\b" + COUNT + "\\s+" + UNIT + "\\s+ago\\b", (m, today) -> Days.ago(today, count(m), unit(m))),
            DateRule.of(
                    "\\b(?:last|past|previous)\\s+" + COUNT + "\\s+" + UNIT + "\\b",
                    (m, today) -> Days.last(today, count(m), unit(m))),
            DateRule.of(
                    "\\b(?:(?<which>last|past|previous|this|next)\\s+)?" + WEEKDAY + "s?\\b", EnglishDates::weekday),
            DateRule.of(
                    "\\b(?<which>last|past|previous|this|next)\\s+(?<unit>week|weekend|month|year)\\b",
                    EnglishDates::relative),
            DateRule.of(
                    "(?<![\\d.,:-])(?<year>(?:19|20)\\d{2})(?![\\d,:-])(?!\\.\\d)",
                    (m, today) -> Days.year(number(m, "year"))));

    private EnglishDates() {}

    /** A month alone; "may" and "march" must look like months. */
    private static @Nullable DayRange monthOf(Matcher m, LocalDate today) {
        String written = m.group("month");
        String which = m.group("which");
        Integer year = year(m);
        boolean clear = year != null || which != null || m.group("part") != null;
        if (!clear && (isAbbreviation(written) || isVerb(m, written))) {
            return null;
        }
        int month = month(m);
        if (year == null && which != null) {
            year = yearOf(which, month, today);
        }
        return Days.month(year, month, third(m.group("part")));
    }

    private static boolean isAbbreviation(String written) {
        return written.length() <= MAX_ABBREVIATION && !FULL_NAMES.contains(written.toLowerCase(Locale.ROOT));
    }

    private static boolean isVerb(Matcher m, String written) {
        String name = written.toLowerCase(Locale.ROOT);
        if (!name.equals("may") && !name.equals("march")) {
            return false;
        }
        String before = m.replaceFirst("\u0002");
        String head = before.substring(0, before.indexOf('\u0002'));
        return !head.matches("(?is).*" + BEFORE_MONTH);
    }

    /** "Last June" is the June that ended last; "this June" the one of this year. */
    private static int yearOf(String which, int month, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        YearMonth same = YearMonth.of(today.getYear(), month);
        return switch (which.toLowerCase(Locale.ROOT)) {
            case "last" -> same.isBefore(now) ? same.getYear() : same.getYear() - 1;
            case "next" -> same.isAfter(now) ? same.getYear() : same.getYear() + 1;
            default -> same.getYear();
        };
    }

    private static Third third(@Nullable String part) {
        if (part == null) {
            return Third.WHOLE;
        }
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "early", "beginning of", "start of" -> Third.EARLY;
            case "mid", "middle of" -> Third.MIDDLE;
            default -> Third.LATE;
        };
    }

    private static DayRange weekday(Matcher m, LocalDate today) {
        DayOfWeek day = DayOfWeek.valueOf(m.group("weekday").toUpperCase(Locale.ROOT));
        String which = m.group("which");
        return which != null && which.equalsIgnoreCase("next")
                ? Days.weekday(today, 1, day)
                : which != null && which.equalsIgnoreCase("this")
                        ? Days.weekday(today, 0, day)
                        : Days.lastWeekday(today, day);
    }

    private static DayRange relative(Matcher m, LocalDate today) {
        int offset =
                switch (m.group("which").toLowerCase(Locale.ROOT)) {
                    case "this" -> 0;
                    case "next" -> 1;
                    default -> -1;
                };
        return switch (m.group("unit").toLowerCase(Locale.ROOT)) {
            case "week" -> Days.week(today, offset);
            case "weekend" -> Days.weekend(today, offset);
            case "month" -> {
                YearMonth month = YearMonth.from(today).plusMonths(offset);
                yield Days.month(month.getYear(), month.getMonthValue(), Third.WHOLE);
            }
            default -> Days.year(today.getYear() + offset);
        };
    }

    private static int month(Matcher m) {
        return YearMonthNames.number(m.group("month"));
    }

    private static @Nullable Integer year(Matcher m) {
        String year = m.group("year");
        return year == null ? null : Integer.valueOf(year);
    }

    private static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }

    private static int count(Matcher m) {
        String written = m.group("count").toLowerCase(Locale.ROOT);
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        if (written.contains("couple")) {
            return 2;
        }
        if (written.contains("few") || written.equals("several")) {
            return 3;
        }
        return Math.max(1, NUMBERS.indexOf(written));
    }

    private static ChronoUnit unit(Matcher m) {
        return ChronoUnit.valueOf(m.group("unit").toUpperCase(Locale.ROOT) + "S");
    }

    /** The number of a month by the beginning of its name. */
    private static final class YearMonthNames {

        private static final String STARTS = "janfebmaraprmayjunjulaugsepoctnovdec";

        static int number(String name) {
            return STARTS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)) / 3 + 1;
        }
    }
}
