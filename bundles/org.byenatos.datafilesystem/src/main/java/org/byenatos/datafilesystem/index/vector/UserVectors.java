package org.byenatos.datafilesystem.index.vector;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.util.IOUtils;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.HinataStorage;
import org.jspecify.annotations.Nullable;

/**
 * One user's vectors while their index is open. They follow the storage with the model that is the default; when another
 * becomes the default, its vectors are made beside, and take over once they hold everything. Thread-safe.
 */
public final class UserVectors implements Closeable {

    private static final Logger LOG = System.getLogger(UserVectors.class.getName());

    /** So many changes are embedded at once. */
    private static final int BATCH = 64;

    private final String userId;
    private final HinataStorage storage;
    private final VectorFolders folders;
    private final Embeddings embeddings;
    private final VectorTuning tuning;
    private final VectorMemory memory;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable VectorSet serving;
    private @Nullable VectorSet coming;
    private volatile boolean loaded;
    private volatile boolean closed;

    /**
     * Vectors that are read when they are first needed.
     *
     * @param userId whose
     * @param storage what they follow
     * @param folders where they lie
     * @param embeddings makes them
     * @param tuning how near ones are looked for
     * @param memory where they lie
     */
    public UserVectors(
            String userId,
            HinataStorage storage,
            VectorFolders folders,
            Embeddings embeddings,
            VectorTuning tuning,
            VectorMemory memory) {
        this.userId = userId;
        this.storage = storage;
        this.folders = folders;
        this.embeddings = embeddings;
        this.tuning = tuning;
        this.memory = memory;
    }

    /** The vectors that serve; {@code null} if there are none, or if they are not read within this time. */
    public @Nullable VectorView view(Duration patience) {
        if (!loaded) {
            load(patience);
        }
        VectorSet set = serving;
        return set == null ? null : set.view();
    }

    /** What has become of following. */
    public enum Progress {
        /** Everything is taken up. */
        DONE,
        /** There is more to do than there was time. */
        MORE,
        /** Nothing can be done, as there is no model or no memory, or its work failed. */
        STOPPED
    }

    /**
     * Takes up what was stored up to a change, as far as there is a model and time. Who calls meanwhile waits for no
     * longer than their own time.
     */
    public Progress follow(long seq, Duration time) {
        // Soon after a start this waits for the model, and what is on disk already can be used meanwhile.
        Optional<EmbeddingModel> model = embeddings.current();
        long end = System.nanoTime() + time.toNanos();
        if (!enter(time)) {
            return Progress.MORE;
        }
        try {
            if (closed || model.isEmpty()) {
                return Progress.STOPPED;
            }
            prepare(model.get());
            Progress served = follow(serving, seq, end);
            Progress came = follow(coming, seq, end);
            takeOver();
            return came == Progress.DONE ? served : came;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Vectors cannot be kept; they are made anew.", e);
            discard();
            return Progress.STOPPED;
        } finally {
            lock.unlock();
        }
    }

    /** Makes what was taken up survive a restart without being embedded again. */
    public void commit() {
        if (!enter(Duration.ZERO)) {
            return;
        }
        try {
            commitSets();
        } finally {
            lock.unlock();
        }
    }

    /** Drops the rows without a record, if the filter was made of the vectors that serve now and none came since. */
    public void keep(VectorView of, RowFilter filter) {
        if (!enter(Duration.ZERO)) {
            return;
        }
        try {
            VectorSet set = serving;
            if (set != null && set.view() == of) {
                set.keep(filter);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Vectors cannot be written; they stay as they are.", e);
        } catch (NoVectorMemoryException e) {
            LOG.log(Level.DEBUG, "Vectors of records that are gone stay until there is memory to sort them out.", e);
        } finally {
            lock.unlock();
        }
    }

    /** Deletes all vectors; they are made anew by following. */
    public void reset() {
        lock.lock();
        try {
            loaded = true;
            discard();
        } finally {
            lock.unlock();
        }
    }

    /** Commits and closes. */
    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            commitSets();
            IOUtils.closeWhileHandlingException(sets());
            forget();
        } finally {
            lock.unlock();
        }
    }

    private void load(Duration patience) {
        if (!enter(patience)) {
            return;
        }
        lock.unlock();
    }

    /** Takes the lock and has read what there is; false if that was not possible in time. */
    private boolean enter(Duration patience) {
        try {
            if (!lock.tryLock() && !lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (!loaded && !closed) {
            loaded = true;
            read();
        }
        return true;
    }

    /** Of vectors of several models the present one's are on their way if there are others. */
    private void read() {
        try {
            for (EmbeddingModel model : folders.models(userId)) {
                VectorSet set = open(model);
                if (serving == null) {
                    serving = set;
                } else if (coming == null) {
                    coming = set;
                } else {
                    drop(set);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Vectors cannot be read; they are made anew.", e);
            discard();
        }
    }

    private void discard() {
        try {
            IOUtils.closeWhileHandlingException(sets());
            forget();
            folders.delete(userId);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Vectors cannot be deleted; what is left of them is encrypted.", e);
        }
    }

    /** Sees to it that the vectors of a model serve or come. */
    private void prepare(EmbeddingModel model) throws IOException {
        VectorSet served = serving;
        if (served == null) {
            serving = open(model);
            return;
        }
        VectorSet next = coming;
        if (served.model().equals(model)) {
            coming = null;
            drop(next);
        } else if (next == null || !next.model().equals(model)) {
            coming = null;
            drop(next);
            coming = open(model);
        }
    }

    private Progress follow(@Nullable VectorSet set, long seq, long end) throws IOException {
        if (set == null) {
            return Progress.DONE;
        }
        long last = storage.lastSeq(userId);
        if (last < set.held()) {
            set.clear();
        }
        while (set.held() < Math.min(seq, last)) {
            if (closed || System.nanoTime() > end) {
                return Progress.MORE;
            }
            List<Change> changes = storage.changesAfter(userId, set.held(), BATCH);
            if (changes.isEmpty()) {
                set.hold(last);
            } else if (!set.take(changes, embeddings)) {
                return Progress.STOPPED;
            }
        }
        return Progress.DONE;
    }

    /** The vectors that came serve, if they hold all that is there. */
    private void takeOver() throws IOException {
        VectorSet next = coming;
        VectorSet old = serving;
        if (next != null && next.held() >= storage.lastSeq(userId)) {
            next.commit();
            serving = next;
            coming = null;
            drop(old);
            LOG.log(
                    Level.INFO,
                    "The vectors of model {0} serve now.",
                    next.model().id());
        }
    }

    private void commitSets() {
        for (VectorSet set : sets()) {
            try {
                set.commit();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "Vectors were not written; after a restart they are made anew.", e);
            }
        }
    }

    private VectorSet open(EmbeddingModel model) throws IOException {
        return VectorSet.open(model, folders.open(userId, model), tuning, memory);
    }

    private void drop(@Nullable VectorSet set) throws IOException {
        if (set != null) {
            set.close();
            folders.delete(userId, set.model());
        }
    }

    private List<VectorSet> sets() {
        VectorSet served = serving;
        VectorSet next = coming;
        if (served == null) {
            return List.of();
        }
        return next == null ? List.of(served) : List.of(served, next);
    }

    private void forget() {
        serving = null;
        coming = null;
    }
}
