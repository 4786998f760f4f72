package org.byenatos.datafilesystem.store;

/** The statements about jobs. */
final class JobSql {
    private static final String ROW =
            "SELECT job_id, kind, user_id, app_id, total, done, created_at, finished_at, error, result FROM jobs ";

    static final String BY_ID = ROW + "WHERE job_id = ?";
    static final String UNFINISHED = ROW + "WHERE finished_at IS NULL ORDER BY last_seq";
    static final String RANGE = "SELECT next_seq, last_seq FROM jobs WHERE job_id = ?";
    static final String HOLDING =
            "SELECT job_id FROM jobs WHERE finished_at IS NULL AND last_seq >= ? AND first_seq <= ?";
    static final String INSERT =
            "INSERT INTO jobs (job_id, kind, user_id, app_id, first_seq, next_seq, last_seq, total,"
                    + " done, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)";
    static final String ADVANCE = "UPDATE jobs SET done = done + ? WHERE job_id = ? AND finished_at IS NULL";
    static final String FINISH =
            "UPDATE jobs SET finished_at = ? WHERE job_id = ? AND done >= total AND finished_at IS NULL";
    static final String MOVE = "UPDATE jobs SET next_seq = ? WHERE job_id = ?";
    static final String FAIL = "UPDATE jobs SET finished_at = ?, error = ? WHERE job_id = ? AND finished_at IS NULL";
    static final String FORGET = "DELETE FROM jobs WHERE finished_at IS NOT NULL AND finished_at < ?";

    static final String INSERT_UPKEEP =
            "INSERT INTO jobs (job_id, kind, user_id, app_id, first_seq, next_seq, last_seq, total, done, created_at,"
                    + " argument) VALUES (?, ?, ?, '', 1, 1, 0, 0, 0, ?, ?)";

    static final String ARGUMENT = "SELECT argument FROM jobs WHERE job_id = ?";

    static final String PROGRESS = "UPDATE jobs SET done = ?, total = ? WHERE job_id = ? AND finished_at IS NULL";

    static final String END = "UPDATE jobs SET finished_at = ?, result = ? WHERE job_id = ? AND finished_at IS NULL";

    private JobSql() {}
}
