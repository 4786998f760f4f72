package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import org.byenatos.api.job.Job;
import org.byenatos.datafilesystem.sql.Batch;
import org.byenatos.datafilesystem.sql.Session;

/** Writes an enrichment job with what it has to do. Lives in one transaction. */
final class JobWriter {
    private final Session session;
    private final String jobId;
    private final byte[] now;
    private final Batch items;

    JobWriter(Session session, String jobId, byte[] now) throws SQLException {
        this.session = session;
        this.jobId = jobId;
        this.now = now;
        this.items = session.batch(JobSql.INSERT_ITEM);
    }

    void add(long seq, byte[] idHash) throws SQLException {
        items.add(jobId, seq, idHash);
    }

    void save(String userId, String appId, Sequence sequence) throws SQLException {
        int total = sequence.given();
        session.change(JobSql.INSERT, jobId, sequence.last(), Job.ENRICHMENT, userId, appId, total, now);
        items.execute();
        advance(session, jobId, 0, now);
    }

    /** Counts items as done, and ends the job with the last one. */
    static void advance(Session session, String jobId, int items, byte[] now) throws SQLException {
        session.change(JobSql.ADVANCE, items, jobId);
        session.change(JobSql.FINISH, now, jobId);
    }
}
