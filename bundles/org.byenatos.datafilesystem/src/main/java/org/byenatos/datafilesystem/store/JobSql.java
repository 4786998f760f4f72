package org.byenatos.datafilesystem.store;

/** The statements about jobs. */
final class JobSql {
    private static final String ROW =
            "SELECT job_id, kind, user_id, app_id, total, done, created_at, finished_at, error FROM jobs ";

    static final String BY_ID = ROW + "WHERE job_id = ?";
    static final String UNFINISHED = ROW + "WHERE finished_at IS NULL ORDER BY job_no";
    static final String INSERT = "INSERT INTO jobs (job_id, job_no, kind, user_id, app_id, total, done, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, 0, ?)";
    static final String ADVANCE = "UPDATE jobs SET done = done + ? WHERE job_id = ? AND finished_at IS NULL";
    static final String FINISH =
            "UPDATE jobs SET finished_at = ? WHERE job_id = ? AND done >= total AND finished_at IS NULL";
    static final String FAIL = "UPDATE jobs SET finished_at = ?, error = ? WHERE job_id = ? AND finished_at IS NULL";
    static final String FORGET = "DELETE FROM jobs WHERE finished_at IS NOT NULL AND finished_at < ?";

    static final String INSERT_ITEM = "INSERT INTO job_items (job_id, seq, id_hash) VALUES (?, ?, ?)";
    static final String ITEMS = "SELECT seq FROM job_items WHERE job_id = ? ORDER BY seq FETCH FIRST ? ROWS ONLY";
    static final String DELETE_ITEM = "DELETE FROM job_items WHERE job_id = ? AND seq = ?";
    static final String DELETE_ITEM_BY_ID = "DELETE FROM job_items WHERE job_id = ? AND id_hash = ?";
    static final String DELETE_ITEMS = "DELETE FROM job_items WHERE job_id = ?";

    private JobSql() {}
}
