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
import org.byenatos.datafilesystem.sql.Batch;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** What enrichment jobs have to do and have done. Thread-safe. */
final class EnrichmentJobs {
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

    /** The next records to do; what was revised or deleted since is counted as done on the way. */
    List<StoredRecord> pending(String jobId, int limit) {
        Job job = job(jobId);
        Optional<UserSpace> space = spaces.find(job.userId());
        if (space.isEmpty() || job.ended()) {
            return List.of();
        }
        while (true) {
            PendingRecords found = database.read(session -> find(session, space.get(), jobId, limit));
            if (!found.outdated().isEmpty()) {
                settle(jobId, found.outdated());
            }
            if (!found.records().isEmpty() || found.outdated().isEmpty()) {
                return found.records();
            }
        }
    }

    private Job job(String jobId) {
        return database.read(session -> session.first(JobSql.BY_ID, SqlJobRepository::read, jobId))
                .orElseThrow(() -> new NotFoundException("There is no job " + jobId + "."));
    }

    private PendingRecords find(Session session, UserSpace space, String jobId, int limit) throws SQLException {
        RecordReader reader = new RecordReader(session, space, codec);
        List<StoredRecord> records = new ArrayList<>();
        List<Long> outdated = new ArrayList<>();
        for (long seq : session.all(JobSql.ITEMS, row -> row.getLong(1), jobId, limit)) {
            reader.first(RecordSql.BY_SEQ, space.userId(), seq).ifPresentOrElse(records::add, () -> outdated.add(seq));
        }
        return new PendingRecords(records, outdated);
    }

    private void settle(String jobId, List<Long> outdated) {
        byte[] now = TimeKey.of(clock.instant());
        database.write(session -> {
            int settled = 0;
            for (long seq : outdated) {
                settled += session.change(JobSql.DELETE_ITEM, jobId, seq);
            }
            JobWriter.advance(session, jobId, settled, now);
            return settled;
        });
    }

    /** Stores enrichments of revisions that are the newest still, and counts all as done. */
    void enrich(String jobId, String userId, List<RecordEnrichment> enrichments) {
        Job job = job(jobId);
        Optional<UserSpace> space = spaces.find(userId);
        if (space.isEmpty() || !job.userId().equals(userId)) {
            throw new NotFoundException("There is no job " + jobId + " of this user.");
        }
        List<IncomingEnrichment> incoming = enrichments.stream()
                .filter(item -> item.ref().appId().equals(job.appId()))
                .map(item -> IncomingEnrichment.of(item, space.get().hashes(), codec))
                .toList();
        byte[] now = TimeKey.of(clock.instant());
        database.write(session -> store(session, space.get(), job, incoming, now));
    }

    private static int store(Session session, UserSpace space, Job job, List<IncomingEnrichment> incoming, byte[] now)
            throws SQLException {
        Batch inserts = session.batch(RecordSql.INSERT_ENRICHMENT);
        int settled = 0;
        for (IncomingEnrichment item : incoming) {
            Optional<RecordHead> head = RecordHead.find(session, space.userId(), job.appId(), item.idHash());
            if (head.isPresent() && awaited(session, job, item, head.get())) {
                Place place = new Place(
                        space.userId(), job.appId(), item.idHash(), head.get().recordNo());
                byte[] sealed = space.cipher().seal(item.content(), place.enrichment(item.revision()));
                inserts.add(place.recordNo(), item.revision(), sealed);
                settled++;
            } else {
                settled += session.change(JobSql.DELETE_ITEM_BY_ID, job.id(), item.idHash());
            }
        }
        inserts.execute();
        JobWriter.advance(session, job.id(), settled, now);
        return settled;
    }

    /** The job waits for this very revision, and no longer does afterwards. */
    private static boolean awaited(Session session, Job job, IncomingEnrichment item, RecordHead head)
            throws SQLException {
        return head.revision() == item.revision() && session.change(JobSql.DELETE_ITEM, job.id(), head.seq()) > 0;
    }
}
