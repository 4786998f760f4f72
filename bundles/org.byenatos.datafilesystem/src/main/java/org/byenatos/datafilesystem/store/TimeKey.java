package org.byenatos.datafilesystem.store;

import java.time.Instant;

/**
 * An instant as nanoseconds since 1970, exact from 1677 to 2262. What lies outside is put at the end of that span, so a
 * key never sorts the wrong way round.
 */
final class TimeKey {
    private static final long NANOS = 1_000_000_000;
    private static final Instant FIRST = read(Long.MIN_VALUE);
    private static final Instant LAST = read(Long.MAX_VALUE);

    private TimeKey() {}

    static long of(Instant time) {
        if (time.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        if (time.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        return time.getEpochSecond() < 0
                ? (time.getEpochSecond() + 1) * NANOS + (time.getNano() - NANOS)
                : time.getEpochSecond() * NANOS + time.getNano();
    }

    static Instant read(long key) {
        return Instant.ofEpochSecond(Math.floorDiv(key, NANOS), Math.floorMod(key, NANOS));
    }
}
