package org.byenatos.localaischeduler.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The work of one priority: apps take turns, and of one app first come is first served. Guarded by the queue's lock. */
final class Line {

    /** By app, in the order of their turns; none is empty. */
    private final Map<String, Deque<Entry<?>>> apps = new LinkedHashMap<>();

    private int size;
    private long characters;
    private long served;

    /** @param now the time in nanoseconds */
    Line(long now) {
        this.served = now;
    }

    int size() {
        return size;
    }

    /** Whether one more entry stays within the limits. */
    boolean admits(Entry<?> entry, QueueSettings settings) {
        return size == 0 || (size < settings.capacity() && characters + entry.characters() <= settings.characters());
    }

    void add(Entry<?> entry) {
        apps.computeIfAbsent(entry.app(), app -> new ArrayDeque<>()).add(entry);
        count(entry, 1);
    }

    /** Whether work waits here and none has been taken for longer than a while. */
    boolean starves(long now, long whileNanos) {
        return size > 0
                && now - served >= whileNanos
                && apps.values().stream()
                        .anyMatch(entries -> now - entries.getFirst().queued() >= whileNanos);
    }

    @Nullable
    Entry<?> take(long now) {
        Iterator<Map.Entry<String, Deque<Entry<?>>>> turn = apps.entrySet().iterator();
        if (!turn.hasNext()) {
            return null;
        }
        Map.Entry<String, Deque<Entry<?>>> next = turn.next();
        String app = next.getKey();
        Deque<Entry<?>> entries = next.getValue();
        turn.remove();
        Entry<?> first = entries.remove();
        if (!entries.isEmpty()) {
            apps.put(app, entries);
        }
        count(first, -1);
        served = now;
        return first;
    }

    /** Takes more work of a team out, apps in turn, until there are enough units. */
    List<Entry<?>> takeMore(Team team, int units) {
        List<Entry<?>> taken = new ArrayList<>();
        int left = units;
        boolean found = left > 0;
        while (found) {
            found = false;
            for (String app : List.copyOf(apps.keySet())) {
                Entry<?> entry = left > 0 ? takeFirst(app, team) : null;
                if (entry != null) {
                    taken.add(entry);
                    left -= entry.units();
                    found = true;
                }
            }
        }
        return taken;
    }

    private @Nullable Entry<?> takeFirst(String app, Team team) {
        Deque<Entry<?>> entries = apps.get(app);
        Entry<?> first = entries == null ? null : entries.getFirst();
        if (first == null || first.team() != team) {
            return null;
        }
        remove(first);
        return first;
    }

    void remove(Entry<?> entry) {
        Deque<Entry<?>> entries = apps.get(entry.app());
        if (entries != null && entries.remove(entry)) {
            count(entry, -1);
            if (entries.isEmpty()) {
                apps.remove(entry.app());
            }
        }
    }

    /** Moves all into a list. */
    void clear(List<Entry<?>> left) {
        apps.values().forEach(left::addAll);
        apps.clear();
        size = 0;
        characters = 0;
    }

    /** Moves what has expired into a list. */
    void expire(long now, List<Entry<?>> expired) {
        int from = expired.size();
        apps.values()
                .forEach(entries -> entries.stream().filter(e -> e.expired(now)).forEach(expired::add));
        expired.subList(from, expired.size()).forEach(this::remove);
    }

    private void count(Entry<?> entry, int sign) {
        size += sign;
        characters += sign * entry.characters();
    }
}
