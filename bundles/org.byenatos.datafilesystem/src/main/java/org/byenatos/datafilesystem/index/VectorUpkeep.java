package org.byenatos.datafilesystem.index;

import java.io.IOException;
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
import org.byenatos.datafilesystem.index.vector.UserVectors;

/**
 * Lets the vectors of the open indexes follow the storage in the background, and commits them. One thread of its own, so
 * that words never wait for a model. Thread-safe.
 */
final class VectorUpkeep implements AutoCloseable {

    private static final Logger LOG = System.getLogger(VectorUpkeep.class.getName());
    private static final Duration TICK = Duration.ofMillis(500);

    /** So long one user's vectors are at work before it is another one's turn. */
    private static final Duration TURN = Duration.ofSeconds(2);

    /** While a user's records keep coming, their enrichment takes up the vectors; so many ticks are left to it. */
    private static final int LEFT_TO_ENRICHMENT = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OpenIndexes indexes;
    private final HinataStorage storage;
    private final Duration commitAfter;
    private final Clock clock;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(VectorUpkeep::thread);
    private final Arrivals arrivals = new Arrivals(LEFT_TO_ENRICHMENT);
    private volatile boolean closed;
    private Instant lastCommit = Instant.EPOCH;

    /**
     * @param indexes whose vectors to keep up
     * @param storage what they follow
     * @param commitAfter how long changes may wait for a commit
     * @param clock for that
     */
    VectorUpkeep(OpenIndexes indexes, HinataStorage storage, Duration commitAfter, Clock clock) {
        this.indexes = indexes;
        this.storage = storage;
        this.commitAfter = commitAfter;
        this.clock = clock;
    }

    /** Begins. */
    @SuppressWarnings("FutureReturnValueIgnored") // each run reports its own failures
    void start() {
        thread.scheduleWithFixedDelay(
                this::tickForThoseAtRest, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A user's records changed. */
    void changed(String userId) {
        changed.add(userId);
    }

    private void tickForThoseAtRest() {
        changed.addAll(indexes.open());
        try {
            Set<String> coming = arrivals.among(Set.copyOf(changed), storage::lastSeq);
            changed.removeAll(coming);
            followAll();
            changed.addAll(coming);
        } catch (ByenatosException e) {
            LOG.log(Level.DEBUG, "It could not be seen whose vectors have to follow.", e);
        }
    }

    /** Lets the vectors of all follow. */
    void tick() {
        changed.addAll(indexes.open());
        followAll();
    }

    /** Users with more to do have their turn again until all are done. */
    private void followAll() {
        boolean commit = !clock.instant().isBefore(lastCommit.plus(commitAfter));
        while (!changed.isEmpty() && !closed) {
            for (String userId : List.copyOf(changed)) {
                changed.remove(userId);
                if (!closed && keepUp(userId, commit)) {
                    changed.add(userId);
                }
            }
        }
        if (commit) {
            lastCommit = clock.instant();
        }
    }

    /** Ends, and waits for what it does at the moment. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "The upkeep of the vectors did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether there is more to do that can be done. */
    private boolean keepUp(String userId, boolean commit) {
        try {
            long last = storage.lastSeq(userId);
            return last > 0 && indexes.keepUp(userId, index -> follow(index, last, commit));
        } catch (ByenatosException e) {
            LOG.log(Level.DEBUG, "Vectors could not follow and will try again.", e);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.WARNING, "The upkeep of vectors failed; it is tried again.", e);
        }
        return false;
    }

    private static boolean follow(UserIndex index, long last, boolean commit) throws IOException {
        boolean more = index.vectors().follow(last, TURN) == UserVectors.Progress.MORE;
        if (commit) {
            index.vectors().commit();
            index.dropVectorsOfNone();
        }
        return more;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "byenatos-vectors");
        thread.setDaemon(true);
        return thread;
    }
}
