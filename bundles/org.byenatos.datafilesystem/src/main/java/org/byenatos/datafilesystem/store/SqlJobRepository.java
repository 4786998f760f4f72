package org.byenatos.datafilesystem.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.common.Json;
import org.byenatos.api.job.Job;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.job.JobState;
import org.byenatos.datafilesystem.sql.Database;
import org.jspecify.annotations.Nullable;

/** Jobs in the database; their state follows from what is done and whether they ended. */
final class SqlJobRepository implements JobRepository {
    private static final int MOST_ERROR = 2000;

    private final Database database;
    private final Clock clock;

    SqlJobRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Job> find(String jobId) {
        return database.read(session -> session.first(JobSql.BY_ID, SqlJobRepository::read, jobId));
    }

    @Override
    public List<Job> unfinished() {
        return database.read(session -> session.all(JobSql.UNFINISHED, SqlJobRepository::read));
    }

    @Override
    public void fail(String jobId, String error) {
        long now = TimeKey.of(clock.instant());
        String kept = error.substring(0, Math.min(error.length(), MOST_ERROR));
        database.write(session -> session.change(JobSql.FAIL, now, kept, jobId));
    }

    @Override
    public int forgetEndedBefore(Instant time) {
        long key = TimeKey.of(time);
        return database.write(session -> session.change(JobSql.FORGET, key));
    }

    static Job read(ResultSet row) throws SQLException {
        long finishedAt = row.getLong(8);
        boolean ended = !row.wasNull();
        String error = row.getString(9);
        String result = row.getString(10);
        return new Job(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                state(ended, error, row.getInt(6)),
                row.getInt(5),
                row.getInt(6),
                TimeKey.read(row.getLong(7)),
                ended ? TimeKey.read(finishedAt) : null,
                error,
                result == null ? null : new Json(result));
    }

    private static JobState state(boolean ended, @Nullable String error, int done) {
        if (ended) {
            return error == null ? JobState.DONE : JobState.FAILED;
        }
        return done == 0 ? JobState.QUEUED : JobState.RUNNING;
    }
}
