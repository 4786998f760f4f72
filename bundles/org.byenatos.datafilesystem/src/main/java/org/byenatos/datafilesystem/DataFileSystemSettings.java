package org.byenatos.datafilesystem;

import java.time.Duration;
import java.util.Set;

/**
 * How the database runs.
 *
 * @param connections how many connections are open at most
 * @param cachePages pages that it keeps in memory
 * @param openPatience how long to wait for the present holder
 */
record DataFileSystemSettings(int connections, int cachePages, Duration openPatience) {

    /** The name of the configuration. */
    static final String PID = "org.byenatos.datafilesystem";

    private static final Set<String> KNOWN = Set.of("connections", "cache.pages", "open.patience.seconds");
    private static final String NOT_OURS = "(service|component|felix|osgi)\\..*|[.:].*";

    /** The settings of a configuration; fails on values out of range and on names that nobody knows. */
    static DataFileSystemSettings of(DataFileSystemConfiguration configuration, Set<String> keys) {
        for (String key : keys) {
            if (!KNOWN.contains(key) && !key.matches(NOT_OURS)) {
                throw new IllegalArgumentException(
                        "Configuration " + PID + " has no setting " + key + "; it has " + KNOWN);
            }
        }
        return new DataFileSystemSettings(
                within("connections", configuration.connections(), 2, 64),
                within("cache.pages", configuration.cache_pages(), 40, 100_000),
                Duration.ofSeconds(within("open.patience.seconds", configuration.open_patience_seconds(), 1, 60)));
    }

    private static int within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(PID + ": " + key + " must be " + least + ".." + most);
        }
        return value;
    }
}
