package org.byenatos.datafilesystem.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A revision of a record as it lies in the database. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RecordRow(Place place, int revision, long seq, long storedAt, byte[] sealed) {
    static RecordRow read(String userId, ResultSet row) throws SQLException {
        Place place = new Place(userId, row.getString(2), row.getBytes(3), row.getLong(1));
        return new RecordRow(place, row.getInt(4), row.getLong(5), row.getLong(6), row.getBytes(7));
    }
}
