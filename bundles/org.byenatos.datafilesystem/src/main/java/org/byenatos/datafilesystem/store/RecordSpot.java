package org.byenatos.datafilesystem.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A record's place in the order of changes. */
record RecordSpot(long seq, long recordNo, int revision) {
    static RecordSpot read(ResultSet row) throws SQLException {
        return new RecordSpot(row.getLong(1), row.getLong(2), row.getInt(3));
    }
}
