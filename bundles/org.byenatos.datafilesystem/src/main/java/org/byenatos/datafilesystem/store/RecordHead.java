package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.Optional;
import org.byenatos.datafilesystem.sql.Session;

/** What a writer must know of the record that is there. */
record RecordHead(long recordNo, int revision, long seq) {
    static Optional<RecordHead> find(Session session, UserSpace space, String appId, byte[] idHash)
            throws SQLException {
        return session.first(
                RecordSql.HEAD,
                row -> new RecordHead(row.getLong(1), row.getInt(2), row.getLong(3)),
                space.userNo(),
                idHash,
                appId);
    }

    boolean enriched(Session session) throws SQLException {
        return enriched(session, recordNo, revision);
    }

    static boolean enriched(Session session, long recordNo, int revision) throws SQLException {
        return session.first(RecordSql.ENRICHED, row -> true, recordNo, revision)
                .isPresent();
    }
}
