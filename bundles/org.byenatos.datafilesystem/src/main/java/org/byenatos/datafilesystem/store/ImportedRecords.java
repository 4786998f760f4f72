package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordRules;
import org.byenatos.datafilesystem.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * Stores revisions of records that an export gave, each under its own number. A number that is there already stays as it
 * is. Lives in one transaction.
 */
final class ImportedRecords {

    private static final String REVISION = "SELECT sealed FROM revisions WHERE record_no = ? AND revision = ?";
    private static final String CONTENT = "SELECT sealed FROM records WHERE record_no = ? UNION ALL"
            + " SELECT sealed FROM binned_records WHERE record_no = ?";

    private final Session session;
    private final UserSpace space;
    private final Codec codec;
    private final long now;
    private final Sequence sequence;
    private final BinRows bin;
    private final JobLedger jobs;
    private final Function<String, IncomingRecords> ready;
    private final Set<Long> toEnrich = new HashSet<>();
    private long added;

    ImportedRecords(Session session, UserSpace space, Codec codec, long now, Function<String, IncomingRecords> ready)
            throws SQLException {
        this.session = session;
        this.space = space;
        this.codec = codec;
        this.now = now;
        this.sequence = new Sequence(session);
        this.bin = new BinRows(session, space);
        this.jobs = new JobLedger(session, now);
        this.ready = ready;
    }

    /** Stores a revision; returns one of the words of {@link ImportCounts}. */
    String add(ArchiveLine line) throws SQLException {
        HinataRecord content = line.record();
        String appId = line.appId();
        Integer revision = line.revision();
        if (content == null || appId == null || appId.isEmpty() || revision == null || revision < 1) {
            throw new InvalidInputException("", "a record has no app_id, revision or record");
        }
        if (!RecordRules.check(content).isEmpty()) {
            throw new InvalidInputException(RecordRules.check(content));
        }
        IncomingRecord incoming = ready.apply(appId).of(List.of(content)).get(0);
        Optional<RecordHead> head = RecordHead.find(session, space, appId, incoming.idHash());
        Optional<RecordHead> binned = head.isPresent() ? Optional.empty() : bin.find(appId, incoming.idHash());
        Optional<RecordHead> present = head.or(() -> binned);
        if (present.isPresent() && present.get().revision() >= revision) {
            return compare(line, incoming, appId, present.get());
        }
        if (binned.isPresent()) {
            bin.out(binned.get().recordNo(), sequence.next());
            // No job waits for what was in the bin.
            toEnrich.add(binned.get().recordNo());
            forgetTombstone(incoming, appId);
            added++;
        }
        store(line, incoming, appId, present);
        return ImportCounts.STORED;
    }

    private String compare(ArchiveLine line, IncomingRecord incoming, String appId, RecordHead head)
            throws SQLException {
        int revision = Objects.requireNonNull(line.revision());
        Place place = new Place(space.userId(), appId, incoming.idHash(), head.recordNo());
        Optional<byte[]> sealed = revision == head.revision()
                ? session.first(CONTENT, row -> row.getBytes(1), head.recordNo(), head.recordNo())
                : session.first(REVISION, row -> row.getBytes(1), head.recordNo(), revision);
        if (sealed.isEmpty()
                || !codec.read(space.cipher().open(sealed.get(), place.content(revision)), HinataRecord.class)
                        .equals(incoming.record())) {
            return ImportCounts.KEPT;
        }
        boolean waiting = revision == head.revision() && line.enrichment() != null && !head.enriched(session);
        if (waiting && bin.find(appId, incoming.idHash()).isEmpty()) {
            jobs.leave(head);
        }
        enrich(line.enrichment(), place, revision);
        return ImportCounts.UNCHANGED;
    }

    private void store(ArchiveLine line, IncomingRecord incoming, String appId, Optional<RecordHead> head)
            throws SQLException {
        int revision = Objects.requireNonNull(line.revision());
        long seq = sequence.next();
        long recordNo = head.map(RecordHead::recordNo).orElse(seq);
        long storedAt = line.at() == null ? now : TimeKey.of(line.at());
        Place place = new Place(space.userId(), appId, incoming.idHash(), recordNo);
        byte[] sealed = space.cipher().seal(incoming.content(), place.content(revision));
        if (head.isPresent()) {
            if (!toEnrich.remove(recordNo)) {
                jobs.leave(head.get());
            }
            session.change(RecordSql.KEEP_REVISION, recordNo);
            session.change(
                    RecordSql.UPDATE,
                    revision,
                    seq,
                    storedAt,
                    incoming.happenedAt(),
                    incoming.threadHash(),
                    incoming.marks(),
                    sealed,
                    recordNo);
        } else {
            session.change(
                    RecordSql.INSERT,
                    recordNo,
                    space.userNo(),
                    appId,
                    incoming.idHash(),
                    revision,
                    seq,
                    storedAt,
                    incoming.happenedAt(),
                    incoming.threadHash(),
                    incoming.marks(),
                    sealed);
            forgetTombstone(incoming, appId);
            added++;
        }
        enrich(line.enrichment(), place, revision);
        if (line.enrichment() == null) {
            toEnrich.add(recordNo);
        }
    }

    private void forgetTombstone(IncomingRecord incoming, String appId) throws SQLException {
        session.change(RecordSql.DELETE_TOMBSTONE, space.userNo(), incoming.idHash(), appId);
    }

    private void enrich(@Nullable Enrichment enrichment, Place place, int revision) throws SQLException {
        if (enrichment != null && !RecordHead.enriched(session, place.recordNo(), revision)) {
            byte[] sealed = space.cipher().seal(codec.write(enrichment), place.enrichment(revision));
            session.change(RecordSql.INSERT_ENRICHMENT, place.recordNo(), revision, sealed);
        }
    }

    /** Puts a record into the bin. */
    String bin(ArchiveLine line) throws SQLException {
        if (line.appId() == null || line.id() == null) {
            throw new InvalidInputException("", "a binned record has no app_id or id");
        }
        byte[] idHash = space.hashes().id(line.id());
        Optional<RecordHead> head = RecordHead.find(session, space, line.appId(), idHash);
        if (head.isEmpty()) {
            return ImportCounts.UNCHANGED;
        }
        if (!toEnrich.remove(head.get().recordNo())) {
            jobs.leave(head.get());
        }
        bin.in(head.get().recordNo());
        Tombstone tombstone = new Tombstone(space.userId(), line.appId(), idHash, sequence.next());
        byte[] sealed = tombstone.seal(space.cipher(), line.id());
        session.change(RecordSql.INSERT_TOMBSTONE, space.userNo(), tombstone.seq(), line.appId(), idHash, sealed);
        added--;
        return ImportCounts.STORED;
    }

    /** Writes down the positions that were given out, and the job for what has to be enriched. */
    Totals close() throws SQLException {
        Totals before = UserTotals.read(session, space.userId());
        if (sequence.given() == 0) {
            return before;
        }
        jobs.open("job-" + UUID.randomUUID(), space.userId(), "", sequence, toEnrich.size());
        sequence.save();
        Totals after = new Totals(sequence.last(), before.records() + added);
        UserTotals.write(session, space.userId(), after);
        return after;
    }
}
