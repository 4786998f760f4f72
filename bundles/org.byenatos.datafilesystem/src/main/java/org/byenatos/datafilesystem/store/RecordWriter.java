package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.SubmitOutcome;
import org.byenatos.datafilesystem.sql.Batch;
import org.byenatos.datafilesystem.sql.Session;

/** Writes one batch of one app's records and the job to enrich them. Lives in one transaction. */
final class RecordWriter {
    private final Session session;
    private final UserSpace space;
    private final Codec codec;
    private final String appId;
    private final long now;
    private final Sequence sequence;
    private final JobLedger jobs;
    private final Batch inserts;
    private final Batch tombstones;
    private final BinRows bin;
    private final boolean binned;
    private final boolean buried;
    private final List<String> accepted = new ArrayList<>();
    private final List<String> revised = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();
    private int revived;

    RecordWriter(Session session, UserSpace space, Codec codec, String appId, long now) throws SQLException {
        this.session = session;
        this.space = space;
        this.codec = codec;
        this.appId = appId;
        this.now = now;
        this.sequence = new Sequence(session);
        this.jobs = new JobLedger(session, now);
        this.inserts = session.batch(RecordSql.INSERT);
        this.tombstones = session.batch(RecordSql.DELETE_TOMBSTONE);
        this.bin = new BinRows(session, space);
        this.binned = bin.any();
        this.buried = session.first(RecordSql.ANY_TOMBSTONE, row -> true, space.userNo())
                .isPresent();
    }

    /** Writes all; each id is there once. */
    Submitted write(List<IncomingRecord> records, String jobId) throws SQLException {
        for (IncomingRecord record : records) {
            write(record);
        }
        inserts.execute();
        tombstones.execute();
        jobs.open(jobId, space.userId(), appId, sequence);
        sequence.save();
        return new Submitted(new SubmitOutcome(accepted, revised, unchanged), count());
    }

    private Totals count() throws SQLException {
        Totals before = UserTotals.read(session, space.userId());
        if (sequence.given() == 0) {
            return before;
        }
        Totals after = new Totals(sequence.last(), before.records() + accepted.size() + revived);
        UserTotals.write(session, space.userId(), after);
        return after;
    }

    private void write(IncomingRecord record) throws SQLException {
        Optional<RecordHead> head = RecordHead.find(session, space, appId, record.idHash());
        if (head.isEmpty()) {
            add(record);
        } else if (same(record, head.get())) {
            unchanged.add(record.id());
        } else {
            jobs.leave(head.get());
            revise(record, head.get());
            revised.add(record.id());
        }
    }

    /** A record that is not there: new, or one in the bin that goes on. */
    private void add(IncomingRecord record) throws SQLException {
        Optional<RecordHead> before = binned ? bin.find(appId, record.idHash()) : Optional.empty();
        if (before.isEmpty()) {
            insert(record);
            accepted.add(record.id());
            return;
        }
        bin.out(before.get().recordNo());
        revise(record, before.get());
        unbury(record);
        revised.add(record.id());
        revived++;
    }

    /** Compared as records where the bytes differ: another release may have written them otherwise. */
    private boolean same(IncomingRecord record, RecordHead head) throws SQLException {
        byte[] sealed = session.first(RecordSql.CONTENT, row -> row.getBytes(1), head.recordNo())
                .orElseThrow();
        byte[] content =
                space.cipher().open(sealed, place(record, head.recordNo()).content(head.revision()));
        return Arrays.equals(content, record.content())
                || codec.read(content, HinataRecord.class).equals(record.record());
    }

    private void insert(IncomingRecord record) throws SQLException {
        long seq = sequence.next();
        inserts.add(
                seq,
                space.userNo(),
                appId,
                record.idHash(),
                1,
                seq,
                now,
                record.happenedAt(),
                record.threadHash(),
                record.marks(),
                seal(record, seq, 1));
        unbury(record);
    }

    /** There is a record of this id again. */
    private void unbury(IncomingRecord record) throws SQLException {
        if (buried) {
            tombstones.add(space.userNo(), record.idHash(), appId);
        }
    }

    private void revise(IncomingRecord record, RecordHead head) throws SQLException {
        int revision = head.revision() + 1;
        session.change(RecordSql.KEEP_REVISION, head.recordNo());
        session.change(
                RecordSql.UPDATE,
                revision,
                sequence.next(),
                now,
                record.happenedAt(),
                record.threadHash(),
                record.marks(),
                seal(record, head.recordNo(), revision),
                head.recordNo());
    }

    private byte[] seal(IncomingRecord record, long recordNo, int revision) {
        return space.cipher().seal(record.content(), place(record, recordNo).content(revision));
    }

    private Place place(IncomingRecord record, long recordNo) {
        return new Place(space.userId(), appId, record.idHash(), recordNo);
    }
}
