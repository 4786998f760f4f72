package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.Optional;
import org.byenatos.datafilesystem.sql.Session;

/** What a writer must know of the record that is there. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RecordHead(long recordNo, int revision, long seq, byte[] contentHash) {
    static Optional<RecordHead> find(Session session, String userId, String appId, byte[] idHash) throws SQLException {
        return session.first(
                RecordSql.HEAD,
                row -> new RecordHead(row.getLong(1), row.getInt(2), row.getLong(3), row.getBytes(4)),
                userId,
                idHash,
                appId);
    }
}
