package org.byenatos.datafilesystem.index.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that a question speaks of. A day or month without a year stands for that of every year.
 *
 * @param from the first day
 * @param to the day after the last
 * @param everyYear whether the year is open; {@code from} and {@code to} are of a leap year then
 * @param weight how much it says that a record is of these days, 0..1
 */
public record DayRange(LocalDate from, LocalDate to, boolean everyYear, double weight) {

    /** The range in a certain year, {@code null} if it does not exist then. */
    public @Nullable DayRange in(int year) {
        if (!everyYear) {
            return this;
        }
        long years = (long) year - from.getYear();
        LocalDate first = from.plusYears(years);
        LocalDate end = to.plusYears(years);
        return first.isBefore(end) ? new DayRange(first, end, false, weight) : null;
    }
}
