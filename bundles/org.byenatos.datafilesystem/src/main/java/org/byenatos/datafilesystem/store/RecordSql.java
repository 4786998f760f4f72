package org.byenatos.datafilesystem.store;

/** The statements about records. */
final class RecordSql {
    private static final String ROW =
            "SELECT record_no, app_id, id_hash, revision, seq, stored_at, sealed FROM records ";

    static final String BY_REF = ROW + "WHERE user_no = ? AND id_hash = ? AND app_id = ?";
    static final String BY_ID = ROW + "WHERE user_no = ? AND id_hash = ? ORDER BY app_id";
    static final String BY_NO = ROW + "WHERE record_no = ?";
    static final String CHANGED =
            ROW + "WHERE user_no = ? AND seq > ? AND seq <= ? ORDER BY seq FETCH FIRST ? ROWS ONLY";

    static final String HEAD =
            "SELECT record_no, revision, seq FROM records WHERE user_no = ? AND id_hash = ? AND app_id = ?";
    static final String CONTENT = "SELECT sealed FROM records WHERE record_no = ?";
    static final String RANGE = "SELECT seq, record_no, revision FROM records"
            + " WHERE user_no = ? AND seq >= ? AND seq <= ? ORDER BY seq FETCH FIRST ? ROWS ONLY";

    static final String INSERT = "INSERT INTO records (record_no, user_no, app_id, id_hash, revision, seq, stored_at,"
            + " happened_at, thread_hash, marks, sealed)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String UPDATE = "UPDATE records SET revision = ?, seq = ?, stored_at = ?, happened_at = ?,"
            + " thread_hash = ?, marks = ?, sealed = ? WHERE record_no = ?";
    static final String DELETE = "DELETE FROM records WHERE record_no = ?";

    static final String KEEP_REVISION = "INSERT INTO revisions (record_no, revision, seq, stored_at, sealed)"
            + " SELECT record_no, revision, seq, stored_at, sealed FROM records WHERE record_no = ?";
    static final String REVISIONS = "SELECT r.record_no, r.app_id, r.id_hash, v.revision, v.seq, v.stored_at, v.sealed"
            + " FROM records r INNER JOIN revisions v ON v.record_no = r.record_no"
            + " WHERE r.user_no = ? AND r.id_hash = ? AND r.app_id = ? ORDER BY v.revision DESC";
    static final String DELETE_REVISIONS = "DELETE FROM revisions WHERE record_no = ?";

    static final String ENRICHMENT = "SELECT sealed FROM enrichments WHERE record_no = ? AND revision = ?";
    static final String ENRICHED = "SELECT revision FROM enrichments WHERE record_no = ? AND revision = ?";
    static final String INSERT_ENRICHMENT = "INSERT INTO enrichments (record_no, revision, sealed) VALUES (?, ?, ?)";
    static final String DELETE_ENRICHMENTS = "DELETE FROM enrichments WHERE record_no = ?";

    static final String INSERT_TOMBSTONE =
            "INSERT INTO tombstones (user_no, seq, app_id, id_hash, sealed) VALUES (?, ?, ?, ?, ?)";
    static final String ANY_TOMBSTONE = "SELECT seq FROM tombstones WHERE user_no = ? FETCH FIRST 1 ROWS ONLY";
    static final String DELETE_TOMBSTONE = "DELETE FROM tombstones WHERE user_no = ? AND id_hash = ? AND app_id = ?";
    static final String TOMBSTONES = "SELECT seq, app_id, id_hash, sealed FROM tombstones"
            + " WHERE user_no = ? AND seq > ? AND seq <= ? ORDER BY seq FETCH FIRST ? ROWS ONLY";

    private RecordSql() {}
}
