package org.byenatos.datafilesystem.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordBin;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.psp.PspHistory;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.security.UserCipher;
import org.byenatos.api.state.StateStore;
import org.byenatos.api.upkeep.ArchivePage;
import org.byenatos.api.upkeep.Erasure;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Engine;
import org.byenatos.datafilesystem.sql.FolderLock;
import org.byenatos.datafilesystem.sql.Migrations;
import org.jspecify.annotations.Nullable;

/** An open database with all that is kept in it. Thread-safe. */
public final class Store implements AutoCloseable {
    private final FolderLock lock;
    private final Database database;
    private final HinataStorage hinata;
    private final JobRepository jobs;
    private final StateStore state;
    private final SqlPspRepository psp;
    private final RecordBin bin;
    private final ArchiveExport export;
    private final UserErasure erasure;
    private final Function<String, UserImport> imports;
    private final GuardedVault vault;
    private final UpkeepJobs upkeepJobs;
    private final Examination examination;

    private Store(FolderLock lock, Database database, KeyVault keys, Clock clock) {
        Codec codec = new Codec();
        this.vault = new GuardedVault(keys);
        this.lock = lock;
        this.database = database;
        UserSpaces spaces = new UserSpaces(database, vault);
        UserTotals totals = new UserTotals(database);
        SqlStateStore documents = new SqlStateStore(database, vault);
        this.hinata = new SqlHinataStorage(database, spaces, totals, codec, clock);
        this.bin = new SqlRecordBin(database, spaces, totals, codec, clock);
        this.jobs = new SqlJobRepository(database, clock);
        this.state = documents;
        this.psp = new SqlPspRepository(database, spaces, vault, codec, clock);
        this.export = new ArchiveExport(database, spaces, vault, codec, clock);
        this.imports = user -> new UserImport(database, spaces, totals, vault, codec, clock, user);
        this.erasure = new UserErasure(database, vault, spaces, totals, documents, clock);
        this.upkeepJobs = new UpkeepJobs(database, clock);
        this.examination = new Examination(database, spaces, vault, codec);
        erasure.finish();
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

    /** How the PSPs came to be what they are. */
    public PspHistory pspHistory() {
        return psp;
    }

    /** The bin. */
    public RecordBin bin() {
        return bin;
    }

    /** A part of all that is kept of a user. */
    public ArchivePage export(String userId, @Nullable String cursor) {
        return export.page(userId, cursor);
    }

    /** Stores for a user what an export gave. */
    public UserImport importing(String userId) {
        return imports.apply(userId);
    }

    /** Destroys a user's key and deletes all that is kept of them. */
    public Erasure erase(String userId) {
        return erasure.erase(userId);
    }

    /** Lets things be stored for a user again who was erased. */
    public void admit(String userId) {
        vault.admit(userId);
    }

    /** What seals for a user. */
    public UserCipher cipher(String userId) {
        return vault.cipher(userId);
    }

    /** The books of jobs that are done step by step. */
    public UpkeepJobs upkeepJobs() {
        return upkeepJobs;
    }

    /** Looks at everything. */
    public Examination examination() {
        return examination;
    }

    /** The database itself. */
    public Database database() {
        return database;
    }

    /** Shuts the database down and frees it for a successor. */
    @Override
    public void close() {
        try (lock) {
            database.close();
        }
    }
}
