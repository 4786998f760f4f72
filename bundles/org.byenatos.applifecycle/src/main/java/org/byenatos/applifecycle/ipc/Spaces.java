package org.byenatos.applifecycle.ipc;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The events of all users in memory. One thread at a time writes; any may read. */
final class Spaces {

    /** Where events are that concern nobody in particular. */
    static final String NOBODY = "";

    private final ConcurrentMap<String, Space> spaces = new ConcurrentHashMap<>();
    private volatile long last;

    Spaces(long last) {
        this.last = last;
    }

    /** The position of the last event. */
    long last() {
        return last;
    }

    /** Shows that all events up to a position are there. */
    void last(long seq) {
        last = seq;
    }

    Space of(String name) {
        return spaces.computeIfAbsent(name, any -> new Space());
    }

    void drop(String name) {
        spaces.remove(name);
    }

    Map<String, Space> all() {
        return Map.copyOf(spaces);
    }

    /** Whether any of these spaces lost events after a position. */
    boolean lostAfter(Collection<String> names, long seq) {
        return names.stream().map(spaces::get).filter(Objects::nonNull).anyMatch(space -> space.lostUpTo() > seq);
    }

    /** The first entries of these spaces after a position and up to another. */
    List<Entry> between(Collection<String> names, long seq, long end, int most) {
        return names.stream()
                .map(spaces::get)
                .filter(Objects::nonNull)
                .flatMap(space -> space.after(seq, most).stream())
                .filter(entry -> entry.seq() <= end)
                .sorted(Comparator.comparingLong(Entry::seq))
                .limit(most)
                .toList();
    }
}
