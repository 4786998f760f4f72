package org.byenatos.applifecycle.ipc;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.byenatos.api.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * All events in order. An event gets its position when it is written, and is shown when that is durable, so that no
 * position ever stands for two events. What waits to be written is bounded; what goes over the bound leaves a gap, and so
 * does a crash. Thread-safe.
 */
final class EventLog {

    /** The topic of an event that says that others were lost. */
    static final String GAP = "gap";

    private static final int MOST_WAITING = 10_000;

    private final EventStore store;
    private final Retention retention;
    private final Clock clock;
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final Object writing = new Object();
    private volatile @Nullable Spaces loaded;

    EventLog(EventStore store, Retention retention, Clock clock) {
        this.store = store;
        this.retention = retention;
        this.clock = clock;
    }

    /** Takes an event in, to be written by the next {@link #flush}; {@code null} if too many wait already. */
    @Nullable
    Pending add(Entry entry) {
        Pending pending = new Pending(entry);
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(pending);
                return pending;
            }
        }
        return null;
    }

    /** Forgets the events of a user, written or waiting; what is written goes with the user's documents. */
    void forget(String userId) {
        synchronized (writing) {
            synchronized (waiting) {
                waiting.removeIf(pending -> userId.equals(pending.entry().userId()));
            }
            spaces().drop(userId);
        }
    }

    /** Says that events were lost. */
    void lose() {
        lost.set(true);
    }

    /** Whether something waits to be written. */
    boolean waiting() {
        synchronized (waiting) {
            return !waiting.isEmpty() || lost.get();
        }
    }

    /** Writes all that waits and shows it. Returns whether there was anything. */
    boolean flush() {
        synchronized (writing) {
            Spaces spaces = spaces();
            List<Entry> batch = batch(spaces.last());
            if (batch.isEmpty()) {
                return false;
            }
            long last = batch.get(batch.size() - 1).seq();
            store.write(batch, last);
            batch.forEach(entry -> spaces.of(entry.space()).add(entry));
            spaces.last(last);
            taken(batch);
            batch.stream().map(Entry::space).distinct().forEach(space -> trim(spaces, space));
            return true;
        }
    }

    /** Takes away what is too old. */
    void trim() {
        synchronized (writing) {
            Spaces spaces = spaces();
            spaces.all().keySet().forEach(space -> trim(spaces, space));
        }
    }

    /** Writes what waits and says that nothing is in hand any more. */
    void close() {
        synchronized (writing) {
            if (waiting() || loaded != null) {
                flush();
                store.writeClean(spaces().last());
            }
        }
    }

    /** The events that are there. */
    Spaces spaces() {
        Spaces present = loaded;
        if (present != null) {
            return present;
        }
        synchronized (writing) {
            present = loaded;
            if (present == null) {
                EventStore.Loaded fresh = store.load();
                if (fresh.unclean()) {
                    lost.set(true);
                }
                present = fresh.spaces();
                loaded = present;
            }
            return present;
        }
    }

    /** What waits, with positions; a gap first if something was lost. It waits until it is {@link #taken}. */
    private List<Entry> batch(long last) {
        List<Entry> batch = new ArrayList<>();
        synchronized (waiting) {
            if (lost.getAndSet(false)) {
                waiting.addFirst(new Pending(gap()));
            }
            long seq = last;
            for (Pending pending : waiting) {
                batch.add(pending.entry().at(++seq));
            }
        }
        return batch;
    }

    private void taken(List<Entry> batch) {
        synchronized (waiting) {
            batch.forEach(entry -> waiting.remove().written(entry.seq()));
        }
    }

    private void trim(Spaces spaces, String name) {
        Space space = spaces.of(name);
        List<Entry> going = space.surplus(retention, clock.instant());
        if (!going.isEmpty()) {
            store.delete(name, going);
            space.remove(going);
        }
    }

    private Entry gap() {
        return new Entry(0, clock.instant(), GAP, null, null, null, Json.EMPTY_OBJECT, List.of());
    }
}
