package org.byenatos.datafilesystem.sql;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs transactions. Readers run side by side; writers run one after another in the order of their coming, so that what
 * one numbers is committed before the next begins. A transaction that the database chose as a victim is repeated.
 * Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final int MOST_TRIES = 5;

    private final Engine engine;
    private final Sessions sessions;
    private final ReentrantLock writers = new ReentrantLock(true);

    /**
     * @param engine the database
     * @param connections how many are open at most
     */
    public Database(Engine engine, int connections) {
        this.engine = engine;
        this.sessions = new Sessions(engine, connections);
    }

    /** The product, for its words. */
    public Engine engine() {
        return engine;
    }

    /** Reads in one transaction. */
    public <R extends @Nullable Object> R read(SqlWork<R> work) {
        return transact(work);
    }

    /** Writes in one transaction, which is durable when this returns. */
    public <R extends @Nullable Object> R write(SqlWork<R> work) {
        return write(work, result -> {});
    }

    /**
     * Writes in one transaction, which is durable when this returns.
     *
     * @param committed told the result after the commit and before the next writer begins
     */
    public <R extends @Nullable Object> R write(SqlWork<R> work, Consumer<? super R> committed) {
        writers.lock();
        try {
            R result = transact(work);
            committed.accept(result);
            return result;
        } finally {
            writers.unlock();
        }
    }

    private <R extends @Nullable Object> R transact(SqlWork<R> work) {
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (tries == MOST_TRIES || !engine.mayRepeat(e)) {
                    throw engine.explain(e);
                }
            }
        }
    }

    private <R extends @Nullable Object> R once(SqlWork<R> work) throws SQLException {
        Session session = sessions.borrow();
        boolean usable = false;
        try {
            R result = work.run(session);
            session.connection().commit();
            usable = true;
            return result;
        } catch (SQLException e) {
            usable = !engine.lost(e) && rolledBack(session);
            throw e;
        } catch (RuntimeException e) {
            usable = rolledBack(session);
            throw e;
        } finally {
            sessions.giveBack(session, usable);
        }
    }

    private static boolean rolledBack(Session session) {
        try {
            session.connection().rollback();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Does something while nobody writes. */
    public <R extends @Nullable Object> R still(Supplier<R> work) {
        writers.lock();
        try {
            return work.get();
        } finally {
            writers.unlock();
        }
    }

    /** Closes the connections and shuts the database down. */
    @Override
    public void close() {
        try (engine) {
            sessions.close();
        }
    }
}
