package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.RecordBin;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** The bin in the database: rows of their own, so that nothing else has to know of them. */
final class SqlRecordBin implements RecordBin {

    private static final String LIST = "SELECT record_no, app_id, id_hash, revision, seq, stored_at, sealed"
            + " FROM binned_records WHERE user_no = ? AND seq < ? ORDER BY seq DESC FETCH FIRST ? ROWS ONLY";

    private final Database database;
    private final UserSpaces spaces;
    private final UserTotals totals;
    private final Codec codec;
    private final Clock clock;

    SqlRecordBin(Database database, UserSpaces spaces, UserTotals totals, Codec codec, Clock clock) {
        this.database = database;
        this.spaces = spaces;
        this.totals = totals;
        this.codec = codec;
        this.clock = clock;
    }

    @Override
    public boolean put(String userId, RecordRef ref) {
        Optional<UserSpace> space = spaces.find(userId);
        long now = TimeKey.of(clock.instant());
        return space.isPresent()
                && database.write(
                                session -> RecordDeletion.toBin(session, space.get(), ref, now),
                                left -> left.ifPresent(counted -> totals.committed(userId, counted)))
                        .isPresent();
    }

    @Override
    public Optional<StoredRecord> restore(String userId, RecordRef ref, String jobId) {
        Optional<UserSpace> space = spaces.find(userId);
        if (space.isEmpty()) {
            return Optional.empty();
        }
        long now = TimeKey.of(clock.instant());
        Optional<Totals> after = database.write(
                session -> restore(session, space.get(), ref, jobId, now),
                counted -> counted.ifPresent(present -> totals.committed(userId, present)));
        return after.isEmpty()
                ? Optional.empty()
                : database.read(session -> new RecordReader(session, space.get(), codec)
                        .first(
                                RecordSql.BY_REF,
                                space.get().userNo(),
                                space.get().hashes().id(ref.id()),
                                ref.appId()));
    }

    private static Optional<Totals> restore(Session session, UserSpace space, RecordRef ref, String jobId, long now)
            throws SQLException {
        BinRows bin = new BinRows(session, space);
        byte[] idHash = space.hashes().id(ref.id());
        Optional<RecordHead> head = bin.find(ref.appId(), idHash);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Sequence sequence = new Sequence(session);
        bin.out(head.get().recordNo(), sequence.next());
        session.change(RecordSql.DELETE_TOMBSTONE, space.userNo(), idHash, ref.appId());
        int toEnrich = head.get().enriched(session) ? 0 : 1;
        new JobLedger(session, now).open(jobId, space.userId(), ref.appId(), sequence, toEnrich);
        sequence.save();
        Totals before = UserTotals.read(session, space.userId());
        Totals after = new Totals(sequence.last(), before.records() + 1);
        UserTotals.write(session, space.userId(), after);
        return Optional.of(after);
    }

    @Override
    public Page<StoredRecord> list(String userId, Visibility visibility, PageRequest page) {
        Optional<UserSpace> space = spaces.find(userId);
        if (space.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        String cursor = page.cursor();
        long before = cursor == null
                ? Long.MAX_VALUE
                : Position.parse(cursor, space.get().hashes()).recordNo();
        return database.read(session -> list(session, space.get(), visibility, before, page.limit()));
    }

    private Page<StoredRecord> list(Session session, UserSpace space, Visibility visibility, long start, int limit)
            throws SQLException {
        RecordReader reader = new RecordReader(session, space, codec);
        List<StoredRecord> shown = new ArrayList<>();
        long before = start;
        while (true) {
            List<StoredRecord> found = reader.all(LIST, space.userNo(), before, limit);
            for (StoredRecord record : found) {
                if (shown.size() == limit) {
                    return new Page<>(shown, new Position(0, before).cursor(space.hashes()));
                }
                before = record.seq();
                if (visibility.permits(record)) {
                    shown.add(record);
                }
            }
            if (found.size() < limit) {
                return new Page<>(shown, null);
            }
        }
    }

    @Override
    public boolean delete(String userId, RecordRef ref) {
        Optional<UserSpace> space = spaces.find(userId);
        return space.isPresent()
                && database.write(session -> {
                    BinRows bin = new BinRows(session, space.get());
                    Optional<RecordHead> head =
                            bin.find(ref.appId(), space.get().hashes().id(ref.id()));
                    if (head.isPresent()) {
                        bin.delete(head.get().recordNo());
                    }
                    return head.isPresent();
                });
    }
}
