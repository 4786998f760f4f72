package org.byenatos.datafilesystem.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.state.StateStore;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Engine;
import org.byenatos.datafilesystem.sql.FolderLock;
import org.byenatos.datafilesystem.sql.Migrations;

/** An open database with all that is kept in it. Thread-safe. */
public final class Store implements AutoCloseable {
    private final FolderLock lock;
    private final Database database;
    private final HinataStorage hinata;
    private final JobRepository jobs;
    private final StateStore state;
    private final PspRepository psp;

    private Store(FolderLock lock, Database database, KeyVault vault, Clock clock) {
        Codec codec = new Codec();
        this.lock = lock;
        this.database = database;
        this.hinata = new SqlHinataStorage(database, new UserSpaces(database, vault), codec, clock);
        this.jobs = new SqlJobRepository(database, clock);
        this.state = new SqlStateStore(database, vault);
        this.psp = new SqlPspRepository(database, vault, codec);
    }

    /**
     * Opens a database, waiting for its present holder to leave, and brings its schema to this release's version.
     *
     * @param lockFile is locked as long as the store is open
     * @param patience how long to wait for the present holder
     * @param engine opens the database product, called once the lock is ours
     * @param connections how many connections are open at most
     * @throws StorageException if it cannot be opened; nothing is overwritten then
     */
    public static Store open(
            Path lockFile, Duration patience, Supplier<Engine> engine, int connections, KeyVault vault, Clock clock) {
        FolderLock lock = FolderLock.acquire(lockFile, patience);
        try {
            Database database = new Database(engine.get(), connections);
            try {
                new Migrations(database.engine().migrations(), clock).run(database);
                return new Store(lock, database, vault, clock);
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The records. */
    public HinataStorage hinata() {
        return hinata;
    }

    /** The jobs. */
    public JobRepository jobs() {
        return jobs;
    }

    /** The documents. */
    public StateStore state() {
        return state;
    }

    /** The PSP components. */
    public PspRepository psp() {
        return psp;
    }

    /** Shuts the database down and frees it for a successor. */
    @Override
    public void close() {
        try (lock) {
            database.close();
        }
    }
}
