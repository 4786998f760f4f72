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
import org.byenatos.api.ai.Priority;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.jspecify.annotations.Nullable;

/** What waits and what runs, under one lock; nobody's code is called while it is held. Thread-safe. */
final class Backlog {

    private final String module;
    private final QueueSettings settings;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Lines lines;
    private final Map<Priority, RunTimes> runTimes = Arrays.stream(Priority.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), priority -> new RunTimes()));
    private final Set<Entry<?>> running = new HashSet<>();
    private boolean closed;
    private boolean abandoned;

    Backlog(String module, QueueSettings settings, LongSupplier nanos) {
        this.module = module;
        this.settings = settings;
        this.nanos = nanos;
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
                throw new LimitExceededException(
                        "Too much work waits for local AI; try again later.",
                        runTimes(priority).estimate(lines.waiting(priority), settings.workers()));
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

    /** Waits for what goes next; {@code null} when there will be nothing more. */
    @Nullable
    Entry<?> next() {
        while (true) {
            List<Entry<?>> expired;
            lock.lock();
            try {
                long now = nanos.getAsLong();
                expired = lines.expire(now);
                Entry<?> entry = expired.isEmpty() ? lines.poll(now) : null;
                if (entry != null) {
                    running.add(entry);
                    return entry;
                }
                if (expired.isEmpty() && closed) {
                    return null;
                }
                if (expired.isEmpty()) {
                    changed.awaitUninterruptibly();
                }
            } finally {
                lock.unlock();
            }
            expired.forEach(Entry::expire);
        }
    }

    /** Puts work at the end of its line after a turn, unless nobody waits for it or the queue was abandoned. */
    boolean putBack(Entry<?> entry) {
        return locked(() -> {
            running.remove(entry);
            boolean keep = !abandoned && !entry.future().isDone();
            if (keep) {
                lines.putBack(entry, nanos.getAsLong());
                changed.signal();
            }
            return keep;
        });
    }

    /** Work has ended. */
    void ended(Entry<?> entry) {
        locked(() -> {
            runTimes(entry.priority()).add(entry.computeNanos());
            return running.remove(entry);
        });
    }

    /** Refuses new work from now on. */
    void close() {
        locked(() -> {
            closed = true;
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

    private RunTimes runTimes(Priority priority) {
        return Lines.of(runTimes, priority);
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
