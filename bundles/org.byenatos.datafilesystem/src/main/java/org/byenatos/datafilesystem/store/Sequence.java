package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import org.byenatos.datafilesystem.sql.Session;

/** Numbers the changes of the database. Lives in one transaction; writers come one after another, so no number is skipped. */
final class Sequence {
    private static final String READ = "SELECT last_value FROM counters WHERE name = 'seq'";
    private static final String WRITE = "UPDATE counters SET last_value = ? WHERE name = 'seq'";

    private final Session session;
    private final long before;
    private long last;

    Sequence(Session session) throws SQLException {
        this.session = session;
        this.before = session.first(READ, row -> row.getLong(1)).orElseThrow();
        this.last = before;
    }

    long next() {
        return ++last;
    }

    /** The first that was given out, or will be. */
    long first() {
        return before + 1;
    }

    long last() {
        return last;
    }

    /** How many were given out. */
    int given() {
        return Math.toIntExact(last - before);
    }

    void save() throws SQLException {
        if (last != before) {
            session.change(WRITE, last);
        }
    }
}
