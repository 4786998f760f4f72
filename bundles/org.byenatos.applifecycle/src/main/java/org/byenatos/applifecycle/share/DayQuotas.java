package org.byenatos.applifecycle.share;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.applifecycle.state.DayUse;
import org.byenatos.applifecycle.state.Ledger;

/**
 * What apps added on the present day (UTC). It is counted in memory and written down every now and then, so that a
 * restart goes on counting; a crash forgets what was counted since. Thread-safe.
 */
public final class DayQuotas {

    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, DayUse> used = new HashMap<>();
    private final Map<String, DayUse> written = new HashMap<>();

    /**
     * @param ledger where the counts are kept
     * @param clock what time it is
     */
    public DayQuotas(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    AppScheduler.Allowance draw(App app, long records, long bytes) {
        AppLimits limits = app.limits();
        if (records > limits.recordsPerDay() || bytes > limits.bytesPerDay()) {
            throw new InvalidInputException(
                    "/records",
                    "are more than app " + app.appId() + " may add in a whole day (" + limits.recordsPerDay()
                            + " records, " + limits.bytesPerDay() + " bytes); send fewer, or let the owner allow more");
        }
        LocalDate today = today();
        DayUse stored = ledger.tables().day(app.appId());
        synchronized (this) {
            DayUse before = used.getOrDefault(app.appId(), stored).on(today);
            DayUse after = before.plus(records, bytes);
            if (after.records() > limits.recordsPerDay() || after.bytes() > limits.bytesPerDay()) {
                throw new LimitExceededException(
                        "App " + app.appId() + " may add " + limits.recordsPerDay() + " records and "
                                + limits.bytesPerDay() + " bytes a day (UTC); the owner can allow it more.",
                        untilTomorrow(today));
            }
            used.put(app.appId(), after);
        }
        return (unusedRecords, unusedBytes) -> giveBack(app.appId(), today, unusedRecords, unusedBytes);
    }

    /** Writes down what was counted since the last time, and forgets apps that are gone. */
    public void write(Set<String> appIds) {
        Map<String, DayUse> changed = new HashMap<>();
        synchronized (this) {
            used.keySet().retainAll(appIds);
            written.keySet().retainAll(appIds);
            used.forEach((appId, use) -> {
                if (!use.equals(written.get(appId))) {
                    changed.put(appId, use);
                }
            });
        }
        if (!changed.isEmpty()) {
            ledger.writeDays(changed);
            synchronized (this) {
                written.putAll(changed);
            }
        }
    }

    private synchronized void giveBack(String appId, LocalDate day, long records, long bytes) {
        DayUse present = used.get(appId);
        if (present != null && present.day().equals(day)) {
            used.put(appId, present.plus(-records, -bytes));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Duration untilTomorrow(LocalDate today) {
        Instant tomorrow = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Duration.between(clock.instant(), tomorrow);
    }
}
