package org.byenatos.localaischeduler.queue;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.byenatos.api.ai.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Who goes next: the highest priority that waits, but a lower one gets a turn once nothing of it was served for the
 * time of ageing. That bounds both waits: a lower priority's by the ageing, a higher one's by one turn for each lower
 * priority and ageing, however much of the lower waits. The lowest may be told to rest. Guarded by the queue's lock.
 */
final class Lines {

    private static final List<Priority> DOWN = List.of(Priority.INTERACTIVE, Priority.NORMAL, Priority.BATCH);
    private static final List<Priority> UP = List.of(Priority.BATCH, Priority.NORMAL);

    private final QueueSettings settings;
    private final Map<Priority, Line> lines = new EnumMap<>(Priority.class);
    private long restUntil;
    private boolean resting;

    /** @param now the time in nanoseconds, which may be negative */
    Lines(QueueSettings settings, long now) {
        this.settings = settings;
        DOWN.forEach(priority -> lines.put(priority, new Line(now)));
    }

    /** Puts new work at the end of its line and says whether there was room. */
    boolean offer(Entry<?> entry) {
        boolean room = line(entry.priority()).admits(entry, settings);
        if (room) {
            line(entry.priority()).add(entry);
        }
        return room;
    }

    /** Puts work that had its turn at the end of its line; there is always room. */
    void putBack(Entry<?> entry, long now) {
        entry.queuedAt(now);
        line(entry.priority()).add(entry);
    }

    void remove(Entry<?> entry) {
        line(entry.priority()).remove(entry);
    }

    int waiting(Priority priority) {
        return line(priority).size();
    }

    /** Takes out what is of no use any more. */
    List<Entry<?>> expire(long now) {
        List<Entry<?>> expired = new ArrayList<>();
        lines.values().forEach(line -> line.expire(now, expired));
        return expired;
    }

    /**
     * Takes out what goes next, {@code null} if nothing waits that may go.
     *
     * @param others whether work may go that is not interactive
     */
    @Nullable
    Entry<?> poll(long now, boolean others) {
        resting = resting && now - restUntil < 0;
        for (Priority priority : UP) {
            if (mayGo(priority, others)
                    && line(priority).starves(now, settings.ageing().toNanos())) {
                return line(priority).take(now);
            }
        }
        for (Priority priority : DOWN) {
            Entry<?> first = mayGo(priority, others) ? line(priority).take(now) : null;
            if (first != null) {
                return first;
            }
        }
        return null;
    }

    /** Takes more of the same team's work out. */
    List<Entry<?>> takeMore(Priority priority, Team team, int units) {
        return line(priority).takeMore(team, units);
    }

    /** The lowest priority gets no turn before then. */
    void rest(long until) {
        restUntil = until;
        resting = true;
    }

    /** Ends a rest. */
    void wake() {
        resting = false;
    }

    /** How long what waits has to rest yet; 0 if nothing waits for that alone. */
    long restLeft(long now) {
        return resting && line(Priority.BATCH).size() > 0 ? Math.max(0, restUntil - now) : 0;
    }

    /** Whether anything waits that may go. */
    boolean hasMore(boolean others) {
        return DOWN.stream().anyMatch(priority -> mayGo(priority, others) && waiting(priority) > 0);
    }

    private boolean mayGo(Priority priority, boolean others) {
        return priority == Priority.INTERACTIVE || (others && !(resting && priority == Priority.BATCH));
    }

    /** Moves all into a list. */
    void clear(List<Entry<?>> left) {
        lines.values().forEach(line -> line.clear(left));
    }

    /** What belongs to a priority in a map that holds something for each. */
    static <T> T of(Map<Priority, T> each, Priority priority) {
        return requireNonNull(each.get(priority), "a priority is missing");
    }

    private Line line(Priority priority) {
        return of(lines, priority);
    }
}
