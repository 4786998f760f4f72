package org.byenatos.localaischeduler.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The work of one priority, first come first served. Guarded by the queue's lock. */
final class Line {

    private final Deque<Entry<?>> entries = new ArrayDeque<>();
    private long characters;
    private long served;

    /** @param now the time in nanoseconds */
    Line(long now) {
        this.served = now;
    }

    int size() {
        return entries.size();
    }

    /** Whether one more entry stays within the limits. */
    boolean admits(Entry<?> entry, QueueSettings settings) {
        return entries.isEmpty()
                || (entries.size() < settings.capacity() && characters + entry.characters() <= settings.characters());
    }

    void add(Entry<?> entry) {
        entries.add(entry);
        characters += entry.characters();
    }

    /** Whether work waits here and none has been taken for longer than a while. */
    boolean starves(long now, long whileNanos) {
        Entry<?> first = entries.peek();
        return first != null && now - served >= whileNanos && now - first.queued() >= whileNanos;
    }

    @Nullable
    Entry<?> take(long now) {
        Entry<?> first = entries.poll();
        if (first != null) {
            characters -= first.characters();
            served = now;
        }
        return first;
    }

    void remove(Entry<?> entry) {
        if (entries.remove(entry)) {
            characters -= entry.characters();
        }
    }

    /** Moves all into a list. */
    void clear(List<Entry<?>> left) {
        left.addAll(entries);
        entries.clear();
        characters = 0;
    }

    /** Moves what has expired into a list. */
    void expire(long now, List<Entry<?>> expired) {
        for (Iterator<Entry<?>> all = entries.iterator(); all.hasNext(); ) {
            Entry<?> entry = all.next();
            if (entry.expired(now)) {
                all.remove();
                characters -= entry.characters();
                expired.add(entry);
            }
        }
    }
}
