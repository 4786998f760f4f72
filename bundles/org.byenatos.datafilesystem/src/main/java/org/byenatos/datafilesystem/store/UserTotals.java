package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/**
 * The committed totals of each user, kept in memory: a reader learns them without waiting for the writer at work.
 * Thread-safe.
 */
final class UserTotals {
    private static final String FIND = "SELECT last_seq, record_count FROM users WHERE user_id = ?";
    private static final String UPDATE = "UPDATE users SET last_seq = ?, record_count = ? WHERE user_id = ?";

    private final Database database;
    private final Map<String, Totals> known = new ConcurrentHashMap<>();

    UserTotals(Database database) {
        this.database = database;
    }

    Totals of(String userId) {
        Totals there = known.get(userId);
        if (there != null) {
            return there;
        }
        Totals stored = database.read(session -> read(session, userId));
        // A writer that committed meanwhile knows better.
        Totals newer = stored.equals(Totals.NONE) ? known.get(userId) : known.putIfAbsent(userId, stored);
        return newer == null ? stored : newer;
    }

    /** Called by the writer between its commit and the next writer. */
    void committed(String userId, Totals totals) {
        known.put(userId, totals);
    }

    void forget(String userId) {
        known.remove(userId);
    }

    static Totals read(Session session, String userId) throws SQLException {
        return session.first(FIND, row -> new Totals(row.getLong(1), row.getLong(2)), userId)
                .orElse(Totals.NONE);
    }

    static void write(Session session, String userId, Totals totals) throws SQLException {
        if (session.change(UPDATE, totals.lastSeq(), totals.records(), userId) == 0) {
            throw new NotFoundException("User " + userId + " was erased.");
        }
    }
}
