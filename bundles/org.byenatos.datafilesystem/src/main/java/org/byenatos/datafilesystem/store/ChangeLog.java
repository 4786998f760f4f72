package org.byenatos.datafilesystem.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.datafilesystem.sql.Session;

/** The changes of one user's records, in order. Lives in one transaction. */
final class ChangeLog {
    private final Session session;
    private final RecordReader reader;
    private final UserSpace space;

    ChangeLog(Session session, RecordReader reader, UserSpace space) {
        this.session = session;
        this.reader = reader;
        this.space = space;
    }

    /** What was committed after one position and up to another; so it never waits for the writer at work. */
    List<Change> between(long after, long upTo, int limit) throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (StoredRecord record : reader.all(RecordSql.CHANGED, space.userNo(), after, upTo, limit)) {
            changes.add(new Change(record.seq(), record.ref(), record));
        }
        changes.addAll(session.all(RecordSql.TOMBSTONES, this::deletion, space.userNo(), after, upTo, limit));
        changes.sort(Comparator.comparingLong(Change::seq));
        return List.copyOf(changes.subList(0, Math.min(limit, changes.size())));
    }

    private Change deletion(ResultSet row) throws SQLException {
        Tombstone tombstone = new Tombstone(space.userId(), row.getString(2), row.getBytes(3), row.getLong(1));
        RecordRef ref = new RecordRef(row.getString(2), tombstone.open(space.cipher(), row.getBytes(4)));
        return new Change(tombstone.seq(), ref, null);
    }
}
