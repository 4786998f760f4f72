package org.byenatos.applifecycle.state;

import java.time.LocalDate;

/**
 * What an app added on a day.
 *
 * @param day which (UTC)
 * @param records how many records
 * @param bytes how many bytes they had
 */
public record DayUse(LocalDate day, long records, long bytes) {

    /** Nothing on a day long past. */
    static final DayUse NONE = new DayUse(LocalDate.EPOCH, 0, 0);

    /** What was added on a day: this, or nothing if this is another day's. */
    public DayUse on(LocalDate wanted) {
        return day.equals(wanted) ? this : new DayUse(wanted, 0, 0);
    }

    /** This and more. */
    public DayUse plus(long moreRecords, long moreBytes) {
        return new DayUse(day, records + moreRecords, bytes + moreBytes);
    }
}
