package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.Optional;
import org.byenatos.api.job.Job;
import org.byenatos.datafilesystem.sql.Session;

/**
 * Keeps the books of enrichment jobs. A job is a range of positions: what still has one of them, and no enrichment, is
 * to do. Lives in one transaction.
 */
final class JobLedger {
    private final Session session;
    private final long now;

    JobLedger(Session session, long now) {
        this.session = session;
        this.now = now;
    }

    /** Opens a job for all positions that this transaction gave out; done at once if there are none. */
    void open(String jobId, String userId, String appId, Sequence sequence) throws SQLException {
        open(jobId, userId, appId, sequence, sequence.given());
    }

    /** The same where only some of the positions have something to do. */
    void open(String jobId, String userId, String appId, Sequence sequence, int total) throws SQLException {
        long first = sequence.first();
        session.change(JobSql.INSERT, jobId, Job.ENRICHMENT, userId, appId, first, first, sequence.last(), total, now);
        if (total == 0) {
            finish(jobId);
        }
    }

    /** A record leaves its position: whatever job waited for it there waits no more. */
    void leave(RecordHead head) throws SQLException {
        if (!head.enriched(session)) {
            Optional<String> job = session.first(JobSql.HOLDING, row -> row.getString(1), head.seq(), head.seq());
            if (job.isPresent()) {
                advance(job.get(), 1);
            }
        }
    }

    /** Counts items as done, and ends the job with the last one. */
    void advance(String jobId, int items) throws SQLException {
        session.change(JobSql.ADVANCE, items, jobId);
        finish(jobId);
    }

    private void finish(String jobId) throws SQLException {
        session.change(JobSql.FINISH, now, jobId);
    }
}
