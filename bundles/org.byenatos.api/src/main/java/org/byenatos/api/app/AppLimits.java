package org.byenatos.api.app;

import org.byenatos.api.ai.Priority;
import org.jspecify.annotations.Nullable;

/**
 * How much of the core an app may have.
 *
 * @param requestsPerMinute how often all of it may ask
 * @param sessionRequestsPerMinute how often each of its sessions may ask, within the former
 * @param concurrentRequests how many of its requests may run at once
 * @param recordsPerDay how many records it may add or change on a day (UTC)
 * @param bytesPerDay how many bytes these may have
 * @param priority who goes first when more is asked than can run at once
 */
public record AppLimits(
        int requestsPerMinute,
        int sessionRequestsPerMinute,
        int concurrentRequests,
        long recordsPerDay,
        long bytesPerDay,
        Priority priority) {

    /** These limits with what is to change; {@code null} members stay. */
    public AppLimits with(Changes changes) {
        return new AppLimits(
                or(changes.requestsPerMinute(), requestsPerMinute),
                or(changes.sessionRequestsPerMinute(), sessionRequestsPerMinute),
                or(changes.concurrentRequests(), concurrentRequests),
                or(changes.recordsPerDay(), recordsPerDay),
                or(changes.bytesPerDay(), bytesPerDay),
                or(changes.priority(), priority));
    }

    private static <T> T or(@Nullable T changed, T present) {
        return changed == null ? present : changed;
    }

    /** What is to change of an app's limits; members as those of {@link AppLimits}, {@code null} ones stay. */
    public record Changes(
            @Nullable Integer requestsPerMinute,
            @Nullable Integer sessionRequestsPerMinute,
            @Nullable Integer concurrentRequests,
            @Nullable Long recordsPerDay,
            @Nullable Long bytesPerDay,
            @Nullable Priority priority) {

        /** Changes nothing. */
        public static final Changes NONE = new Changes(null, null, null, null, null, null);

        /** Changes how often the app may ask. */
        public static Changes requests(int perMinute) {
            return new Changes(perMinute, null, null, null, null, null);
        }
    }
}
