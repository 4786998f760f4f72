package org.byenatos.applifecycle;

import java.time.Duration;
import java.util.Set;

/**
 * The configuration, checked.
 *
 * @param requestsPerMinute an app's share where it asks for none
 * @param pendingApps how many apps may await approval
 * @param sessionsPerApp how many sessions an app may have open
 * @param sweepEvery how often expired sessions are cleared away
 */
record Settings(int requestsPerMinute, int pendingApps, int sessionsPerApp, Duration sweepEvery) {

    /** The name of the configuration. */
    static final String PID = "org.byenatos.applifecycle";

    private static final Set<String> KNOWN =
            Set.of("requests.per.minute", "pending.apps", "sessions.per.app", "sweep.seconds");
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
                within("requests.per.minute", configuration.requests_per_minute(), 10_000_000),
                within("pending.apps", configuration.pending_apps(), 100_000),
                within("sessions.per.app", configuration.sessions_per_app(), 1_000_000),
                Duration.ofSeconds(within("sweep.seconds", configuration.sweep_seconds(), 3_600)));
    }

    private static int within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(PID + ": " + key + " must be 1.." + most);
        }
        return value;
    }
}
