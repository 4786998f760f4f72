package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.Optional;
import org.byenatos.datafilesystem.sql.Session;

/** Moves the rows of one user's records into the bin and out again. Lives in one transaction. */
final class BinRows {

    private static final String COLUMNS =
            "record_no, user_no, app_id, id_hash, revision, seq, stored_at, happened_at, thread_hash, marks, sealed";
    private static final String IN =
            "INSERT INTO binned_records (" + COLUMNS + ") SELECT " + COLUMNS + " FROM records WHERE record_no = ?";
    private static final String OUT =
            "INSERT INTO records (" + COLUMNS + ") SELECT " + COLUMNS + " FROM binned_records WHERE record_no = ?";
    private static final String ANY = "SELECT record_no FROM binned_records WHERE user_no = ? FETCH FIRST 1 ROWS ONLY";
    private static final String HEAD =
            "SELECT record_no, revision, seq FROM binned_records" + " WHERE user_no = ? AND id_hash = ? AND app_id = ?";
    private static final String DELETE = "DELETE FROM binned_records WHERE record_no = ?";
    private static final String MOVE = "UPDATE records SET seq = ? WHERE record_no = ?";

    private final Session session;
    private final UserSpace space;

    BinRows(Session session, UserSpace space) {
        this.session = session;
        this.space = space;
    }

    boolean any() throws SQLException {
        return session.first(ANY, row -> true, space.userNo()).isPresent();
    }

    Optional<RecordHead> find(String appId, byte[] idHash) throws SQLException {
        return session.first(
                HEAD,
                row -> new RecordHead(row.getLong(1), row.getInt(2), row.getLong(3)),
                space.userNo(),
                idHash,
                appId);
    }

    void in(long recordNo) throws SQLException {
        session.change(IN, recordNo);
        session.change(RecordSql.DELETE, recordNo);
    }

    void out(long recordNo) throws SQLException {
        session.change(OUT, recordNo);
        session.change(DELETE, recordNo);
    }

    void out(long recordNo, long seq) throws SQLException {
        out(recordNo);
        session.change(MOVE, seq, recordNo);
    }

    /** Deletes a record in the bin with all that hangs on it. */
    void delete(long recordNo) throws SQLException {
        session.change(RecordSql.DELETE_ENRICHMENTS, recordNo);
        session.change(RecordSql.DELETE_REVISIONS, recordNo);
        session.change(DELETE, recordNo);
    }
}
