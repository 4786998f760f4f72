package org.byenatos.datafilesystem.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.error.UnavailableException;
import org.jspecify.annotations.Nullable;

/** Lends sessions, a bounded number at a time, the last returned first. Thread-safe. */
final class Sessions implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());
    private static final int PATIENCE_SECONDS = 10;

    private final Engine engine;
    private final Semaphore permits;
    private final Deque<Session> idle = new ArrayDeque<>();
    private boolean closed;

    Sessions(Engine engine, int most) {
        this.engine = engine;
        this.permits = new Semaphore(most, true);
    }

    Session borrow() throws SQLException {
        await();
        Session session = null;
        try {
            session = idle();
            if (session == null) {
                session = new Session(engine.connect());
            }
            return session;
        } finally {
            if (session == null) {
                permits.release();
            }
        }
    }

    void giveBack(Session session, boolean usable) {
        try {
            if (!usable || !keep(session)) {
                discard(session);
            }
        } finally {
            permits.release();
        }
    }

    private void await() {
        try {
            if (permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnavailableException(
                "The database is busy: no connection came free in time; try again.", Duration.ofSeconds(1));
    }

    private synchronized @Nullable Session idle() {
        return idle.pollFirst();
    }

    private synchronized boolean keep(Session session) {
        if (!closed) {
            idle.addFirst(session);
        }
        return !closed;
    }

    private static void discard(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection did not close: {0}", e.getSQLState());
        }
    }

    /** Closes what is idle now, and what is lent when it comes back. */
    @Override
    public void close() {
        Session session;
        synchronized (this) {
            closed = true;
        }
        while ((session = idle()) != null) {
            discard(session);
        }
    }
}
