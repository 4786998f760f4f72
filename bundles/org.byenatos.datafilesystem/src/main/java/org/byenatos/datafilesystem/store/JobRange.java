package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.List;
import org.byenatos.datafilesystem.sql.Session;

/**
 * The positions that a job still has to look at.
 *
 * @param next all before this one is done
 * @param last the last one
 */
record JobRange(long next, long last) {
    private static final JobRange EMPTY = new JobRange(1, 0);

    static JobRange find(Session session, String jobId) throws SQLException {
        return session.first(JobSql.RANGE, row -> new JobRange(row.getLong(1), row.getLong(2)), jobId)
                .orElse(EMPTY);
    }

    boolean holds(long seq) {
        return seq >= next && seq <= last;
    }

    /** Moves on over what is done, looking at a bounded number of records. */
    void moveOn(Session session, int userNo, String jobId, int most) throws SQLException {
        List<RecordSpot> spots = session.all(RecordSql.RANGE, RecordSpot::read, userNo, next, last, most);
        long now = spots.isEmpty() ? last + 1 : next;
        for (RecordSpot spot : spots) {
            now = spot.seq();
            if (!RecordHead.enriched(session, spot.recordNo(), spot.revision())) {
                break;
            }
            now++;
        }
        session.change(JobSql.MOVE, now, jobId);
    }
}
