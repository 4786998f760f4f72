package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.job.Job;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** What enrichment jobs have to do and have done. Thread-safe. */
final class EnrichmentJobs {
    /** So many records are read before it is asked how much there is already. */
    private static final int STEP = 64;

    /** With so many characters a batch is full, whatever was asked for. */
    private static final long FULL = 1 << 18;

    private final Database database;
    private final UserSpaces spaces;
    private final Codec codec;
    private final Clock clock;

    EnrichmentJobs(Database database, UserSpaces spaces, Codec codec, Clock clock) {
        this.database = database;
        this.spaces = spaces;
        this.codec = codec;
        this.clock = clock;
    }

    List<StoredRecord> pending(String jobId, long done, int limit) {
        Job job = job(jobId);
        Optional<UserSpace> space = spaces.find(job.userId());
        if (space.isEmpty() || job.ended()) {
            return List.of();
        }
        return database.read(session -> pending(session, space.get(), jobId, done, limit));
    }

    private Job job(String jobId) {
        return database.read(session -> session.first(JobSql.BY_ID, SqlJobRepository::read, jobId))
                .orElseThrow(() -> new NotFoundException("There is no job " + jobId + "."));
    }

    private List<StoredRecord> pending(Session session, UserSpace space, String jobId, long done, int limit)
            throws SQLException {
        RecordReader reader = new RecordReader(session, space, codec);
        JobRange range = JobRange.find(session, jobId);
        List<StoredRecord> pending = new ArrayList<>();
        long after = Math.max(done, range.next() - 1);
        while (pending.size() < limit && after < range.last() && characters(pending) < FULL) {
            int wanted = Math.min(STEP, limit - pending.size());
            List<StoredRecord> found = reader.all(RecordSql.CHANGED, space.userNo(), after, range.last(), wanted);
            found.stream().filter(record -> record.enrichment() == null).forEach(pending::add);
            after = found.size() < wanted ? range.last() : found.get(wanted - 1).seq();
        }
        return pending;
    }

    private static long characters(List<StoredRecord> records) {
        return records.stream()
                .map(StoredRecord::record)
                .mapToLong(record ->
                        (long) record.highlight().length() + record.note().length())
                .sum();
    }

    /** Stores enrichments of revisions that the job still waits for, and counts them. */
    void enrich(String jobId, String userId, List<RecordEnrichment> enrichments) {
        Job job = job(jobId);
        Optional<UserSpace> space = spaces.find(userId);
        if (space.isEmpty() || !job.userId().equals(userId)) {
            throw new NotFoundException("There is no job " + jobId + " of this user.");
        }
        if (job.ended()) {
            return;
        }
        List<IncomingEnrichment> incoming = enrichments.stream()
                .filter(item -> job.appId().isEmpty() || item.ref().appId().equals(job.appId()))
                .map(item -> IncomingEnrichment.of(item, space.get().hashes(), codec))
                .toList();
        long now = TimeKey.of(clock.instant());
        database.write(session -> store(session, space.get(), job, incoming, now));
    }

    private static int store(Session session, UserSpace space, Job job, List<IncomingEnrichment> incoming, long now)
            throws SQLException {
        JobRange range = JobRange.find(session, job.id());
        int done = 0;
        for (IncomingEnrichment item : incoming) {
            done += item.store(session, space, range) ? 1 : 0;
        }
        new JobLedger(session, now).advance(job.id(), done);
        range.moveOn(session, space.userNo(), job.id(), incoming.size() + 1);
        return done;
    }
}
