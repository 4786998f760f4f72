package org.byenatos.localaischeduler.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.byenatos.api.ai.AiMetrics;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.jspecify.annotations.Nullable;

/**
 * Runs work by priority on a few threads, of which work that is not interactive has as many at once as the pace says. Each
 * piece has a turn of a few steps and then makes way, so that equal work shares the threads and urgent work waits for one turn
 * at most. Work whose deadline passes or whose future is
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
        this(module, settings, factory, nanos, Pace.FULL);
    }

    /**
     * @param module the name of the module, for messages
     * @param settings the size and manners
     * @param factory makes the workers, which {@link #start} starts
     * @param nanos the time in nanoseconds, as {@link System#nanoTime}
     * @param pace how much the work takes that is not interactive
     */
    public InferenceQueue(String module, QueueSettings settings, ThreadFactory factory, LongSupplier nanos, Pace pace) {
        this.module = module;
        this.settings = settings;
        this.nanos = nanos;
        this.backlog = new Backlog(module, settings, nanos, pace);
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
        var unused = future.whenComplete((result, failure) -> {
            backlog.forget(entry);
            backlog.count(priority, failure);
        });
        return future;
    }

    /** How the work of each priority fares. */
    public Map<Priority, AiMetrics.Line> metrics() {
        return backlog.metrics();
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
        for (Turn turn = backlog.next(); turn != null; turn = backlog.next()) {
            Entry<?> first = turn.entries().get(0);
            Team team = first.team();
            long start = nanos.getAsLong();
            if (team == null) {
                alone(first, turn);
            } else {
                together(turn.entries(), team, turn);
            }
            backlog.turned(turn, nanos.getAsLong() - start);
        }
    }

    private void alone(Entry<?> entry, Turn turn) {
        try {
            after(entry, steps(entry, turn));
        } catch (RuntimeException | Error failure) {
            fail(entry, failure);
        }
    }

    /** One step of a team; if it fails it is tried for each piece by itself, so that none fails for another. */
    private void together(List<Entry<?>> entries, Team team, Turn turn) {
        long now = nanos.getAsLong();
        List<Entry<?>> live = entries.stream()
                .filter(entry -> !entry.future().isDone() && !entry.expired(now))
                .toList();
        entries.stream().filter(entry -> !live.contains(entry)).forEach(entry -> after(entry, true));
        try {
            if (!live.isEmpty()) {
                step(live, team, turn);
            }
        } catch (RuntimeException | Error failure) {
            if (live.size() == 1) {
                fail(live.get(0), failure);
            } else {
                live.forEach(entry -> together(List.of(entry), team, turn));
            }
            return;
        }
        live.forEach(entry -> after(entry, entry.units() > 0));
    }

    /** The time of a step is shared by what was done of each. */
    private void step(List<Entry<?>> live, Team team, Turn turn) {
        long done = done(live);
        int[] before = live.stream().mapToInt(Entry::units).toArray();
        long start = nanos.getAsLong();
        team.step(live.stream().<Work<?>>map(Entry::work).toList(), live.get(0).priority());
        long elapsed = nanos.getAsLong() - start;
        turn.did(done(live) - done, elapsed);
        int all = IntStream.range(0, before.length)
                .map(i -> before[i] - live.get(i).units())
                .sum();
        for (int i = 0; i < before.length; i++) {
            live.get(i).computed(elapsed * (before[i] - live.get(i).units()) / Math.max(1, all));
        }
    }

    private static long done(List<Entry<?>> entries) {
        return entries.stream().mapToLong(entry -> entry.work().done()).sum();
    }

    private void after(Entry<?> entry, boolean more) {
        if (!more) {
            backlog.done(entry);
            finish(entry);
        } else if (!backlog.putBack(entry)) {
            entry.fail(new ModuleStoppedException(module));
        }
    }

    private void finish(Entry<?> entry) {
        try {
            entry.finish(nanos.getAsLong());
        } catch (RuntimeException | Error failure) {
            entry.fail(failure);
        }
    }

    private void fail(Entry<?> entry, Throwable failure) {
        backlog.failed(entry);
        entry.fail(failure);
    }

    /** Does the steps of one turn and says whether more are to come. */
    private boolean steps(Entry<?> entry, Turn turn) {
        long done = entry.work().done();
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
        turn.did(entry.work().done() - done, now - start);
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
