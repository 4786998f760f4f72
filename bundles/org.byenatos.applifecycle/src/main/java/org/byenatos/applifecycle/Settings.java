package org.byenatos.applifecycle;

import java.time.Duration;
import java.util.Set;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.app.AppLimits;
import org.byenatos.applifecycle.ipc.Retention;

/**
 * The configuration, checked.
 *
 * @param limits what an app may have where nothing is said
 * @param runningRequests how many requests of all apps run at once before others take turns
 * @param keyOverlap for how long an app's earlier keys stay good where nothing is said
 * @param events how much of what happened is kept
 * @param pendingApps how many apps may await approval
 * @param sessionsPerApp how many sessions an app may have open
 * @param sweepEvery how often expired sessions are cleared away
 */
record Settings(
        AppLimits limits,
        int runningRequests,
        Duration keyOverlap,
        Retention events,
        int pendingApps,
        int sessionsPerApp,
        Duration sweepEvery) {

    /** The name of the configuration. */
    static final String PID = "org.byenatos.applifecycle";

    private static final Set<String> KNOWN = Set.of(
            "requests.per.minute",
            "concurrent.requests",
            "records.per.day",
            "bytes.per.day",
            "running.requests",
            "key.overlap.seconds",
            "events.per.user",
            "event.characters.per.user",
            "event.hours",
            "pending.apps",
            "sessions.per.app",
            "sweep.seconds");
    private static final String NOT_OURS = "(service|component|felix|osgi)\\..*|[.:].*";

    /** The settings of a configuration; fails on values out of range and on names that nobody knows. */
    static Settings of(AppLifecycleConfiguration configuration, Set<String> keys) {
        for (String key : keys) {
            if (!KNOWN.contains(key) && !key.matches(NOT_OURS)) {
                throw new IllegalArgumentException(
                        "Configuration " + PID + " has no setting " + key + "; it has " + KNOWN);
            }
        }
        return new Settings(
                limits(configuration),
                (int) within("running.requests", configuration.running_requests(), 1, 1_000),
                Duration.ofSeconds(within("key.overlap.seconds", configuration.key_overlap_seconds(), 0, 2_592_000)),
                events(configuration),
                (int) within("pending.apps", configuration.pending_apps(), 1, 100_000),
                (int) within("sessions.per.app", configuration.sessions_per_app(), 1, 1_000_000),
                Duration.ofSeconds(within("sweep.seconds", configuration.sweep_seconds(), 1, 3_600)));
    }

    private static AppLimits limits(AppLifecycleConfiguration configuration) {
        int requests = (int) within("requests.per.minute", configuration.requests_per_minute(), 1, 10_000_000);
        return new AppLimits(
                requests,
                10_000_000,
                (int) within("concurrent.requests", configuration.concurrent_requests(), 1, 1_000),
                within("records.per.day", configuration.records_per_day(), 1, Long.MAX_VALUE),
                within("bytes.per.day", configuration.bytes_per_day(), 1, Long.MAX_VALUE),
                Priority.NORMAL);
    }

    private static Retention events(AppLifecycleConfiguration configuration) {
        return new Retention(
                (int) within("events.per.user", configuration.events_per_user(), 10, 1_000_000),
                (int) within(
                        "event.characters.per.user", configuration.event_characters_per_user(), 100_000, 1_000_000_000),
                Duration.ofHours(within("event.hours", configuration.event_hours(), 1, 8_760)));
    }

    private static long within(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(PID + ": " + key + " must be " + least + ".." + most);
        }
        return value;
    }
}
