package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.Optional;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.datafilesystem.sql.Session;

/** Deletes a record with all that hangs on it, and leaves a tombstone for those who follow the changes. */
final class RecordDeletion {
    private RecordDeletion() {}

    /** The user's totals afterwards; empty if there was no such record. */
    static Optional<Totals> run(Session session, UserSpace space, RecordRef ref, long now) throws SQLException {
        return run(session, space, ref, now, recordNo -> clear(session, recordNo));
    }

    /** The same, but what is deleted lies in the bin then. */
    static Optional<Totals> toBin(Session session, UserSpace space, RecordRef ref, long now) throws SQLException {
        return run(session, space, ref, now, new BinRows(session, space)::in);
    }

    private interface Removal {
        void remove(long recordNo) throws SQLException;
    }

    private static Optional<Totals> run(Session session, UserSpace space, RecordRef ref, long now, Removal removal)
            throws SQLException {
        byte[] idHash = space.hashes().id(ref.id());
        Optional<RecordHead> head = RecordHead.find(session, space, ref.appId(), idHash);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        new JobLedger(session, now).leave(head.get());
        removal.remove(head.get().recordNo());
        Sequence sequence = new Sequence(session);
        Tombstone tombstone = new Tombstone(space.userId(), ref.appId(), idHash, sequence.next());
        byte[] sealed = tombstone.seal(space.cipher(), ref.id());
        session.change(RecordSql.INSERT_TOMBSTONE, space.userNo(), tombstone.seq(), ref.appId(), idHash, sealed);
        sequence.save();
        Totals before = UserTotals.read(session, space.userId());
        Totals after = new Totals(tombstone.seq(), before.records() - 1);
        UserTotals.write(session, space.userId(), after);
        return Optional.of(after);
    }

    private static void clear(Session session, long recordNo) throws SQLException {
        session.change(RecordSql.DELETE_ENRICHMENTS, recordNo);
        session.change(RecordSql.DELETE_REVISIONS, recordNo);
        session.change(RecordSql.DELETE, recordNo);
    }
}
