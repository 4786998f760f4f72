package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.hinata.SubmitOutcome;
import org.byenatos.datafilesystem.sql.Batch;
import org.byenatos.datafilesystem.sql.Session;

/** Writes one batch of one app's records and the job to enrich them. Lives in one transaction. */
final class RecordWriter {
    private final Session session;
    private final UserSpace space;
    private final String appId;
    private final Sequence sequence;
    private final JobWriter job;
    private final byte[] now;
    private final Batch inserts;
    private final Batch tags;
    private final Batch tombstones;
    private final List<String> accepted = new ArrayList<>();
    private final List<String> revised = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();

    RecordWriter(Session session, UserSpace space, String appId, String jobId, Clock clock) throws SQLException {
        this.session = session;
        this.space = space;
        this.appId = appId;
        this.sequence = new Sequence(session);
        this.now = TimeKey.of(clock.instant());
        this.job = new JobWriter(session, jobId, now);
        this.inserts = session.batch(RecordSql.INSERT);
        this.tags = session.batch(RecordSql.INSERT_TAG);
        this.tombstones = session.batch(RecordSql.DELETE_TOMBSTONE);
    }

    /** Writes all; each id is there once. */
    Submitted write(List<IncomingRecord> records) throws SQLException {
        for (IncomingRecord record : records) {
            write(record);
        }
        inserts.execute();
        tags.execute();
        tombstones.execute();
        Totals totals = count();
        job.save(space.userId(), appId, sequence);
        sequence.save();
        return new Submitted(new SubmitOutcome(accepted, revised, unchanged), totals);
    }

    private Totals count() throws SQLException {
        Totals before = UserTotals.read(session, space.userId());
        if (sequence.given() == 0) {
            return before;
        }
        Totals after = new Totals(sequence.last(), before.records() + accepted.size());
        UserTotals.write(session, space.userId(), after);
        return after;
    }

    private void write(IncomingRecord record) throws SQLException {
        Optional<RecordHead> head = RecordHead.find(session, space.userId(), appId, record.idHash());
        if (head.isEmpty()) {
            insert(record);
            accepted.add(record.id());
        } else if (Arrays.equals(head.get().contentHash(), record.contentHash())) {
            unchanged.add(record.id());
        } else {
            revise(record, head.get());
            revised.add(record.id());
        }
    }

    private void insert(IncomingRecord record) throws SQLException {
        long seq = sequence.next();
        Place place = new Place(space.userId(), appId, record.idHash(), seq);
        inserts.add(
                seq,
                space.userId(),
                appId,
                record.idHash(),
                1,
                seq,
                now,
                record.happenedAt(),
                record.access(),
                record.sourceHash(),
                record.authorHash(),
                record.threadHash(),
                record.contentHash(),
                space.cipher().seal(record.content(), place.content(1)));
        tombstones.add(space.userId(), record.idHash(), appId);
        tag(record, seq);
        job.add(seq, record.idHash());
    }

    private void revise(IncomingRecord record, RecordHead head) throws SQLException {
        long seq = sequence.next();
        int revision = head.revision() + 1;
        Place place = new Place(space.userId(), appId, record.idHash(), head.recordNo());
        session.change(RecordSql.KEEP_REVISION, head.recordNo());
        session.change(
                RecordSql.UPDATE,
                revision,
                seq,
                now,
                record.happenedAt(),
                record.access(),
                record.sourceHash(),
                record.authorHash(),
                record.threadHash(),
                record.contentHash(),
                space.cipher().seal(record.content(), place.content(revision)),
                head.recordNo());
        session.change(RecordSql.DELETE_TAGS, head.recordNo());
        tag(record, head.recordNo());
        job.add(seq, record.idHash());
    }

    private void tag(IncomingRecord record, long recordNo) throws SQLException {
        for (byte[] tag : record.tagHashes()) {
            tags.add(space.userId(), tag, record.happenedAt(), recordNo);
        }
    }
}
