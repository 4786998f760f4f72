package org.byenatos.datafilesystem.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import org.byenatos.api.error.InvalidInputException;

/**
 * A place in the order of records: newest first by when they happened, then by number. The number stays with a record
 * for life, so a revision moves none.
 */
record Position(long happenedAt, long recordNo) {
    private static final int LENGTH = 2 * Long.BYTES;

    static Position read(ResultSet row) throws SQLException {
        return new Position(row.getLong(1), row.getLong(2));
    }

    /** The position that a cursor names; the hash tells our own cursors for this user from any others. */
    static Position parse(String cursor, HashKey hashes) {
        byte[] bytes = decode(cursor);
        byte[] place = Arrays.copyOf(bytes, LENGTH);
        if (!Arrays.equals(bytes, 0, bytes.length, sealed(place, hashes), 0, LENGTH + HashKey.CURSOR_BYTES)) {
            throw invalid();
        }
        ByteBuffer read = ByteBuffer.wrap(place);
        return new Position(read.getLong(), read.getLong());
    }

    String cursor(HashKey hashes) {
        byte[] place = ByteBuffer.allocate(LENGTH)
                .putLong(happenedAt)
                .putLong(recordNo)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed(place, hashes));
    }

    static InvalidInputException invalid() {
        return new InvalidInputException("/cursor", "is not a next_cursor of this list; begin without one");
    }

    private static byte[] sealed(byte[] place, HashKey hashes) {
        byte[] hash = hashes.cursor(place);
        return ByteBuffer.allocate(place.length + hash.length)
                .put(place)
                .put(hash)
                .array();
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }
}
