package org.byenatos.datafilesystem.index;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.datafilesystem.index.vector.VectorStore;
import org.jspecify.annotations.Nullable;

/** One user's place among the open indexes; the index in it comes and goes. Thread-safe. */
final class Slot {

    private static final Logger LOG = System.getLogger(Slot.class.getName());

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(10);

    private final String userId;
    private final HinataStorage storage;
    private final IndexFiles files;
    private final VectorStore vectors;
    private final Clock clock;
    private @Nullable UserIndex index;
    private int users;
    private volatile boolean open;
    private volatile Instant lastUse;

    Slot(String userId, HinataStorage storage, IndexFiles files, VectorStore vectors, Clock clock) {
        this.userId = userId;
        this.storage = storage;
        this.files = files;
        this.vectors = vectors;
        this.clock = clock;
        this.lastUse = clock.instant();
    }

    /** What is done with an index. */
    @FunctionalInterface
    interface Use<R> {
        R with(UserIndex index) throws IOException;
    }

    /** Uses the index, opening it if need be; one that fails is made anew from the storage, once. */
    <R> R use(Use<R> use) {
        try {
            UserIndex mine = enter();
            try {
                return use.with(mine);
            } catch (IOException | AlreadyClosedException e) {
                discard(mine, e);
            } finally {
                leave();
            }
            return again(use);
        } catch (LockObtainFailedException e) {
            throw new UnavailableException(
                    "The search index is still held by the module's predecessor; try again.", Duration.ofSeconds(1));
        } catch (IOException | AlreadyClosedException e) {
            throw new StorageException(
                    "The search index cannot be made; check the free space and the rights of data/index.", e);
        }
    }

    /** Somebody asks: the index stays open for a while. */
    void touch() {
        lastUse = clock.instant();
    }

    String userId() {
        return userId;
    }

    boolean isOpen() {
        return open;
    }

    Instant lastUse() {
        return lastUse;
    }

    /** Closes the index, unless somebody uses it. */
    synchronized void closeIfIdle() {
        UserIndex old = index;
        if (old == null || users > 0) {
            return;
        }
        set(null);
        try {
            old.close();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "A search index was not closed well; it catches up when it is opened.", e);
        }
    }

    /** Deletes the index and the vectors. */
    synchronized void delete() {
        deleteWords();
        deleteFiles();
    }

    private void deleteFiles() {
        try {
            vectors.delete(userId);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Vectors were not deleted; what is left of them is encrypted.", e);
        }
    }

    /** Deletes the vectors alone. */
    synchronized void deleteVectors() {
        UserIndex open = index;
        if (open != null) {
            open.vectors().reset();
        } else {
            deleteFiles();
        }
    }

    private void deleteWords() {
        UserIndex old = index;
        set(null);
        try {
            if (old != null) {
                old.abandon();
            }
            files.delete(userId);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "A search index was not deleted; what is left of it is encrypted.", e);
        }
    }

    private <R> R again(Use<R> use) throws IOException {
        UserIndex mine = enter();
        try {
            return use.with(mine);
        } finally {
            leave();
        }
    }

    private synchronized UserIndex enter() throws IOException {
        UserIndex mine = index;
        if (mine == null) {
            mine = open();
            set(mine);
        }
        users++;
        return mine;
    }

    private synchronized void leave() {
        users--;
    }

    private UserIndex open() throws IOException {
        try {
            return openOnceFree();
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            LOG.log(Level.INFO, "A search index is made anew: {0}", e.toString());
            files.delete(userId);
            return UserIndex.open(userId, storage, files, vectors);
        }
    }

    /** While a module is replaced, its predecessor may hold the index for a moment. */
    private UserIndex openOnceFree() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return UserIndex.open(userId, storage, files, vectors);
            } catch (LockObtainFailedException e) {
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
    }

    /** Others who use it now fail, find another one here and try again. */
    private synchronized void discard(UserIndex broken, Exception why) {
        if (index == broken) {
            LOG.log(Level.INFO, "A search index is made anew: {0}", why.toString());
            deleteWords();
        }
    }

    private void set(@Nullable UserIndex other) {
        index = other;
        open = other != null;
    }
}
