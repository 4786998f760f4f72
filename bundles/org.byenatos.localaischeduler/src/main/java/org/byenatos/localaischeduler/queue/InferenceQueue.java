package org.byenatos.localaischeduler.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.jspecify.annotations.Nullable;

/**
 * Runs work by priority on a few threads. Each piece has a turn of a few steps and then makes way, so that equal work
 * shares the threads and urgent work waits for one turn at most. Work whose deadline passes or whose future is
 * completed by its holder is dropped where it stands. Thread-safe.
 */
public final class InferenceQueue {

    private static final System.Logger LOG = System.getLogger(InferenceQueue.class.getName());
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final String module;
    private final QueueSettings settings;
    private final LongSupplier nanos;
    private final Backlog backlog;
    private final List<Thread> threads;

    /**
     * @param module the name of the module, for messages
     * @param settings the size and manners
     * @param factory makes the workers, which {@link #start} starts
     * @param nanos the time in nanoseconds, as {@link System#nanoTime}
     */
    public InferenceQueue(String module, QueueSettings settings, ThreadFactory factory, LongSupplier nanos) {
        this.module = module;
        this.settings = settings;
        this.nanos = nanos;
        this.backlog = new Backlog(module, settings, nanos);
        this.threads = IntStream.range(0, settings.workers())
                .mapToObj(i -> factory.newThread(this::work))
                .toList();
    }

    /** Starts the workers; called once. */
    public void start() {
        threads.forEach(Thread::start);
    }

    /**
     * Puts work in line. The future ends with the result, with the failure of the work, with
     * {@code UnavailableException} if the deadline passed, or with {@link ModuleStoppedException} if the queue was
     * closed before; completing or cancelling it drops the work. What depends on it runs on a worker: it must not block.
     *
     * @param deadline after this the result is of no use, {@code null} if it always is
     * @throws LimitExceededException if too much of this priority waits already
     * @throws ModuleStoppedException if the queue is closed
     */
    public <R> CompletableFuture<R> submit(Work<R> work, Priority priority, @Nullable Duration deadline) {
        Entry<R> entry = new Entry<>(work, priority, deadline, nanos.getAsLong());
        CompletableFuture<R> future = entry.future();
        backlog.admit(entry);
        var unused = future.whenComplete((result, failure) -> backlog.forget(entry));
        return future;
    }

    /** How many pieces of work of a priority wait. */
    public int waiting(Priority priority) {
        return backlog.waiting(priority);
    }

    /**
     * Refuses new work, lets the accepted work be done within the patience and ends the rest with
     * {@link ModuleStoppedException}. When this returns the workers have ended, save one that is stuck in a step.
     */
    public void close(Duration patience) {
        backlog.close();
        join(patience);
        backlog.abandon().forEach(entry -> entry.fail(new ModuleStoppedException(module)));
        join(GRACE);
        if (threads.stream().anyMatch(Thread::isAlive)) {
            LOG.log(System.Logger.Level.WARNING, "a worker of {0} outlives it by a long step", module);
        }
    }

    private void work() {
        for (Entry<?> entry = backlog.next(); entry != null; entry = backlog.next()) {
            turn(entry);
        }
    }

    private void turn(Entry<?> entry) {
        try {
            if (!steps(entry)) {
                backlog.ended(entry);
                entry.finish(nanos.getAsLong());
            } else if (!backlog.putBack(entry)) {
                entry.fail(new ModuleStoppedException(module));
            }
        } catch (RuntimeException | Error failure) {
            backlog.ended(entry);
            entry.fail(failure);
        }
    }

    /** Does the steps of one turn and says whether more are to come. */
    private boolean steps(Entry<?> entry) {
        long start = nanos.getAsLong();
        long now = start;
        boolean more = true;
        while (more
                && !entry.future().isDone()
                && !entry.expired(now)
                && now - start < settings.turn().toNanos()) {
            more = entry.step();
            now = nanos.getAsLong();
        }
        entry.computed(now - start);
        return more;
    }

    private void join(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
