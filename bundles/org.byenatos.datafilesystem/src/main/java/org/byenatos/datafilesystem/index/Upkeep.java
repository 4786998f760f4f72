package org.byenatos.datafilesystem.index;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.hinata.HinataStorage;

/**
 * Does in the background what no query should wait for: indexes follow the storage, commit, and close when nobody uses
 * them. One thread of its own. Thread-safe.
 */
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Upkeep.class.getName());
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OpenIndexes indexes;
    private final HinataStorage storage;
    private final Duration commitAfter;
    private final Duration closeAfter;
    private final Clock clock;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Upkeep::thread);
    private Instant lastCommit = Instant.EPOCH;

    /**
     * @param indexes what to keep up
     * @param storage what they follow
     * @param commitAfter how long changes may wait for a commit
     * @param closeAfter how long an index stays open that nobody uses
     * @param clock for both
     */
    Upkeep(OpenIndexes indexes, HinataStorage storage, Duration commitAfter, Duration closeAfter, Clock clock) {
        this.indexes = indexes;
        this.storage = storage;
        this.commitAfter = commitAfter;
        this.closeAfter = closeAfter;
        this.clock = clock;
    }

    /**
     * Begins.
     *
     * @param first is done before anything else
     */
    @SuppressWarnings("FutureReturnValueIgnored") // each run reports its own failures
    void start(Runnable first) {
        thread.execute(() -> guarded(first));
        thread.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A user's records changed: the index follows soon, so that the next question need not wait for it. */
    void changed(String userId) {
        changed.add(userId);
    }

    /** Ends, and waits for what it does at the moment. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "The upkeep of the search indexes did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is done each time. */
    void tick() {
        changed.addAll(indexes.open());
        boolean commit = !clock.instant().isBefore(lastCommit.plus(commitAfter));
        for (String userId : List.copyOf(changed)) {
            changed.remove(userId);
            keepUp(userId, commit);
        }
        if (commit) {
            lastCommit = clock.instant();
            indexes.closeUnusedSince(lastCommit.minus(closeAfter));
        }
    }

    private void keepUp(String userId, boolean commit) {
        guarded(() -> {
            if (storage.lastSeq(userId) == 0) {
                indexes.delete(userId);
                return;
            }
            indexes.keepUp(userId, index -> {
                index.follow();
                return commit && index.commit();
            });
        });
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (ByenatosException e) {
            LOG.log(Level.DEBUG, "A search index could not follow and will try again.", e);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The upkeep of a search index failed; it is tried again with the next question.", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "byenatos-index");
        thread.setDaemon(true);
        return thread;
    }
}
