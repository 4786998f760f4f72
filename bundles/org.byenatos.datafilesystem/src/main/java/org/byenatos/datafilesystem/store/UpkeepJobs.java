package org.byenatos.datafilesystem.store;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.job.Job;
import org.byenatos.datafilesystem.sql.Database;

/** The books of jobs that are done step by step. Thread-safe. */
public final class UpkeepJobs {

    private static final int MOST_RESULT = 4000;

    private final Database database;
    private final Clock clock;

    UpkeepJobs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new identifier. */
    public static String newId() {
        return "job-" + UUID.randomUUID();
    }

    /**
     * Opens a job.
     *
     * @param argument what it is to be done with; no content
     */
    public Job open(String jobId, String kind, String userId, String argument) {
        long now = TimeKey.of(clock.instant());
        database.write(session -> session.change(JobSql.INSERT_UPKEEP, jobId, kind, userId, now, argument));
        return find(jobId);
    }

    /** The job with this identifier. @throws NotFoundException if there is none */
    public Job find(String jobId) {
        return database.read(session -> session.first(JobSql.BY_ID, SqlJobRepository::read, jobId))
                .orElseThrow(() -> new NotFoundException("There is no job " + jobId + "."));
    }

    /** What a job is to be done with. */
    public String argument(String jobId) {
        Optional<String> argument =
                database.read(session -> session.first(JobSql.ARGUMENT, row -> row.getString(1), jobId));
        return argument.orElseThrow(() -> new NotFoundException("There is no job " + jobId + "."));
    }

    /** Writes down how far a job is. */
    public void progress(String jobId, int done, int total) {
        database.write(session -> session.change(JobSql.PROGRESS, done, total, jobId));
    }

    /** Ends a job well. */
    public void end(String jobId, Json result) {
        long now = TimeKey.of(clock.instant());
        String text = result.text().length() <= MOST_RESULT ? result.text() : "{}";
        database.write(session -> session.change(JobSql.END, now, text, jobId));
    }
}
