package org.byenatos.datafilesystem.index.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Ranges of days that people speak of. */
final class Days {

    /** Stands for a year that was not said; a leap year. */
    static final int ANY_YEAR = 2024;

    /** A year says less about when something happened than a month or a day does. */
    static final double YEAR_WEIGHT = 0.5;

    private static final int EARLY_TO = 11;
    private static final int MIDDLE_TO = 21;

    /** Which third of a month. */
    enum Third {
        WHOLE,
        EARLY,
        MIDDLE,
        LATE
    }

    private Days() {}

    static DayRange day(LocalDate day) {
        return range(day, day.plusDays(1));
    }

    static DayRange range(LocalDate from, LocalDate to) {
        return new DayRange(from, to, false, 1);
    }

    /** A day of a month; of every year if the year is {@code null}. */
    static DayRange day(@Nullable Integer year, int month, int day) {
        LocalDate date = LocalDate.of(year == null ? ANY_YEAR : year, month, day);
        return new DayRange(date, date.plusDays(1), year == null, 1);
    }

    /** A month or a third of it; of every year if the year is {@code null}. */
    static DayRange month(@Nullable Integer year, int month, Third third) {
        YearMonth whole = YearMonth.of(year == null ? ANY_YEAR : year, month);
        LocalDate from = third == Third.MIDDLE
                ? whole.atDay(EARLY_TO)
                : third == Third.LATE ? whole.atDay(MIDDLE_TO) : whole.atDay(1);
        LocalDate to = third == Third.EARLY
                ? whole.atDay(EARLY_TO)
                : third == Third.MIDDLE
                        ? whole.atDay(MIDDLE_TO)
                        : whole.plusMonths(1).atDay(1);
        return new DayRange(from, to, year == null, 1);
    }

    static DayRange year(int year) {
        return new DayRange(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), false, YEAR_WEIGHT);
    }

    /** The week, Monday to Sunday, so many weeks from this one. */
    static DayRange week(LocalDate today, int weeks) {
        LocalDate monday = monday(today).plusWeeks(weeks);
        return range(monday, monday.plusWeeks(1));
    }

    static DayRange weekend(LocalDate today, int weeks) {
        LocalDate saturday = monday(today).plusWeeks(weeks).with(DayOfWeek.SATURDAY);
        return range(saturday, saturday.plusDays(2));
    }

    /** A day of the week that lies so many weeks from this one. */
    static DayRange weekday(LocalDate today, int weeks, DayOfWeek day) {
        return day(monday(today).plusWeeks(weeks).with(day));
    }

    /** The last such day before today. */
    static DayRange lastWeekday(LocalDate today, DayOfWeek day) {
        return day(today.with(TemporalAdjusters.previous(day)));
    }

    /** The last days up to today. */
    static DayRange last(LocalDate today, int count, ChronoUnit unit) {
        return range(today.minus(count, unit), today.plusDays(1));
    }

    /** So long ago, as exactly as the unit is: a day, a week, a month, a year. */
    static DayRange ago(LocalDate today, int count, ChronoUnit unit) {
        LocalDate then = today.minus(count, unit);
        return switch (unit) {
            case DAYS -> day(then);
            case WEEKS -> range(then.minusDays(3), then.plusDays(4));
            case MONTHS -> range(then.minusDays(15), then.plusDays(16));
            default -> year(then.getYear());
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
