package org.byenatos.datafilesystem.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A document as it lies in the database. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DocumentRow(String userId, String id, byte[] content) {
    static DocumentRow read(ResultSet row) throws SQLException {
        return new DocumentRow(row.getString(1), row.getString(2), row.getBytes(3));
    }
}
