package org.byenatos.datafilesystem.store;

import java.nio.ByteBuffer;
import java.time.Instant;

/** An instant as 12 bytes that sort, compared without sign, as instants do. Loses nothing. */
final class TimeKey {
    static final int LENGTH = Long.BYTES + Integer.BYTES;

    private TimeKey() {}

    static byte[] of(Instant time) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(time.getEpochSecond() ^ Long.MIN_VALUE)
                .putInt(time.getNano())
                .array();
    }

    static Instant read(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key);
        return Instant.ofEpochSecond(bytes.getLong() ^ Long.MIN_VALUE, bytes.getInt());
    }
}
