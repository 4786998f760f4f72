package org.byenatos.localaischeduler.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.byenatos.api.ai.AiMetrics;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.jspecify.annotations.Nullable;

/** What waits and what runs, under one lock; nobody's code is called while it is held. Thread-safe. */
final class Backlog {

    private final String module;
    private final QueueSettings settings;
    private final LongSupplier nanos;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Lines lines;
    private final Map<Priority, RunTimes> runTimes = Arrays.stream(Priority.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), priority -> new RunTimes()));
    private final Map<Priority, Meter> meters = Arrays.stream(Priority.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), priority -> new Meter()));
    private final Set<Entry<?>> running = new HashSet<>();
    private final Crew crew = new Crew();
    private boolean closed;
    private boolean abandoned;

    Backlog(String module, QueueSettings settings, LongSupplier nanos, Pace pace) {
        this.module = module;
        this.settings = settings;
        this.nanos = nanos;
        this.pace = pace;
        this.lines = new Lines(settings, nanos.getAsLong());
    }

    /** Takes new work in, or throws. */
    void admit(Entry<?> entry) {
        Priority priority = entry.priority();
        locked(() -> {
            if (closed) {
                throw new ModuleStoppedException(module);
            }
            if (!lines.offer(entry)) {
                meter(priority).refused();
                throw new LimitExceededException(
                        "Too much work waits for local AI; try again later.",
                        runTimes(priority).estimate(lines.waiting(priority), crew.of(priority, settings.workers())));
            }
            changed.signal();
            return entry;
        });
    }

    int waiting(Priority priority) {
        return locked(() -> lines.waiting(priority));
    }

    /** Drops work that nobody waits for any more. */
    void forget(Entry<?> entry) {
        locked(() -> {
            lines.remove(entry);
            return entry;
        });
    }

    /** Waits for what goes next; {@code null} when there will be nothing more for this worker. */
    @Nullable
    Turn next() {
        while (true) {
            List<Entry<?>> expired;
            int atOnce = pace.atOnce();
            lock.lock();
            try {
                long now = nanos.getAsLong();
                crew.allow(atOnce);
                expired = lines.expire(now);
                Entry<?> entry = expired.isEmpty() ? lines.poll(now, crew.mayHaveMore()) : null;
                if (entry != null) {
                    return begin(entry);
                }
                if (expired.isEmpty() && closed && lines.restLeft(now) == 0) {
                    return null;
                }
                if (expired.isEmpty()) {
                    await(lines.restLeft(now));
                }
            } finally {
                lock.unlock();
            }
            expired.forEach(Entry::expire);
        }
    }

    /** Who begins wakes the next, if there is something left for it. */
    private Turn begin(Entry<?> entry) {
        List<Entry<?>> entries = withTeam(entry);
        running.addAll(entries);
        Turn turn = new Turn(entries, crew.begin(entry.priority()));
        if (lines.hasMore(crew.mayHaveMore())) {
            changed.signal();
        }
        return turn;
    }

    private List<Entry<?>> withTeam(Entry<?> entry) {
        List<Entry<?>> turn = new ArrayList<>(List.of(entry));
        Team team = entry.team();
        if (team != null) {
            turn.addAll(lines.takeMore(entry.priority(), team, team.size(entry.priority()) - entry.units()));
        }
        return turn;
    }

    /** Who waits looks again in any case. */
    @SuppressWarnings("WaitNotInLoop")
    private void await(long restNanos) {
        if (restNanos == 0) {
            changed.awaitUninterruptibly();
            return;
        }
        try {
            changed.awaitNanos(restNanos);
        } catch (InterruptedException ignored) {
            // Workers are told to end by closing the queue; the wait is begun again.
        }
    }

    /** A turn has ended, after so long. */
    void turned(Turn turn, long turnNanos) {
        long rest = turn.priority() == Priority.BATCH ? pace.restAfter(turnNanos) : 0;
        Pace.Stint stint = locked(() -> {
            if (rest > 0 && !closed) {
                lines.rest(nanos.getAsLong() + rest);
            }
            int busy = crew.end(turn.priority());
            return turn.comparable(busy) ? turn.stint(othersWait()) : null;
        });
        if (stint != null) {
            pace.ran(stint);
        }
    }

    private boolean othersWait() {
        return lines.waiting(Priority.NORMAL) + lines.waiting(Priority.BATCH) > 0;
    }

    /** Puts work at the end of its line after a turn, unless nobody waits for it or the queue was abandoned. */
    boolean putBack(Entry<?> entry) {
        return locked(() -> {
            running.remove(entry);
            boolean keep = !abandoned && !entry.future().isDone();
            if (keep) {
                lines.putBack(entry, nanos.getAsLong());
            }
            return keep;
        });
    }

    /** Work has been done. */
    void done(Entry<?> entry) {
        locked(() -> {
            runTimes(entry.priority()).add(entry.computeNanos());
            meter(entry.priority()).done(entry.waited(nanos.getAsLong()), entry.computeNanos());
            return running.remove(entry);
        });
    }

    /** Work has failed. */
    void failed(Entry<?> entry) {
        locked(() -> running.remove(entry));
    }

    /** How the work of each priority fares. */
    Map<Priority, AiMetrics.Line> metrics() {
        return locked(() -> Arrays.stream(Priority.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), priority -> meter(priority).line(lines.waiting(priority)))));
    }

    /** Counts what did not end well. */
    void count(Priority priority, @Nullable Throwable failure) {
        if (failure != null) {
            meter(priority).failed();
        }
    }

    /** Refuses new work from now on. */
    void close() {
        locked(() -> {
            closed = true;
            lines.wake();
            changed.signalAll();
            return closed;
        });
    }

    /** Gives up and hands out what waits or runs. */
    List<Entry<?>> abandon() {
        return locked(() -> {
            abandoned = true;
            List<Entry<?>> left = new ArrayList<>(running);
            lines.clear(left);
            return left;
        });
    }

    private Meter meter(Priority priority) {
        return Lines.of(meters, priority);
    }

    private RunTimes runTimes(Priority priority) {
        return Lines.of(runTimes, priority);
    }

    private <T extends @Nullable Object> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
