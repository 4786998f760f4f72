package org.byenatos.security;

import java.time.Duration;
import java.util.Set;

/**
 * The configuration, checked.
 *
 * @param auditQueueLines how many lines may wait
 * @param auditGather how long lines are gathered
 * @param auditFileBytes how large a file becomes
 * @param auditRetentionDays how many days lines are kept at least, 0 for ever
 */
record SecuritySettings(int auditQueueLines, Duration auditGather, long auditFileBytes, int auditRetentionDays) {

    /** The name of the configuration. */
    static final String PID = "org.byenatos.security";

    private static final Set<String> KNOWN =
            Set.of("audit.queue.lines", "audit.gather.millis", "audit.file.mib", "audit.retention.days");
    private static final String NOT_OURS = "(service|component|felix|osgi)\\..*|[.:].*";

    /** The settings of a configuration; fails on values out of range and on names that nobody knows. */
    static SecuritySettings of(SecurityConfiguration configuration, Set<String> keys) {
        for (String key : keys) {
            if (!KNOWN.contains(key) && !key.matches(NOT_OURS)) {
                throw new IllegalArgumentException(
                        "Configuration " + PID + " has no setting " + key + "; it has " + KNOWN);
            }
        }
        return new SecuritySettings(
                within("audit.queue.lines", configuration.audit_queue_lines(), 100, 1_000_000),
                Duration.ofMillis(within("audit.gather.millis", configuration.audit_gather_millis(), 1, 1_000)),
                within("audit.file.mib", configuration.audit_file_mib(), 1, 1024) * (1L << 20),
                within("audit.retention.days", configuration.audit_retention_days(), 0, 36_500));
    }

    private static int within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(PID + ": " + key + " must be " + least + ".." + most);
        }
        return value;
    }
}
