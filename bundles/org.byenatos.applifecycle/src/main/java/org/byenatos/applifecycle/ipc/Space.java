package org.byenatos.applifecycle.ipc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** The events of one user, oldest first, within bounds. One thread at a time writes; any may read. */
final class Space {

    /** So much is taken away at once when there is too much, that it is not taken away one by one. */
    private static final double ROOM = 0.9;

    private final ConcurrentSkipListMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
    private volatile long lostUpTo;
    private long weight;

    void add(Entry entry) {
        entries.put(entry.seq(), entry);
        weight += entry.weight();
    }

    void lostUpTo(long seq) {
        lostUpTo = Math.max(lostUpTo, seq);
    }

    /** Up to where events were taken away. */
    long lostUpTo() {
        return lostUpTo;
    }

    /** The first entries after a position. */
    List<Entry> after(long seq, int most) {
        return entries.tailMap(seq, false).values().stream().limit(most).toList();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What has to go: nothing, or enough that there is room for a while. */
    List<Entry> surplus(Retention retention, Instant now) {
        boolean tooMuch = entries.size() > retention.events() || weight > retention.characters();
        double share = tooMuch ? ROOM : 1;
        int mostEvents = (int) (retention.events() * share);
        long mostWeight = (long) (retention.characters() * share);
        Instant oldest = now.minus(retention.age());
        List<Entry> going = new ArrayList<>();
        int left = entries.size();
        long leftWeight = weight;
        for (Entry entry : entries.values()) {
            if (left <= mostEvents && leftWeight <= mostWeight && entry.at().isAfter(oldest)) {
                break;
            }
            going.add(entry);
            left--;
            leftWeight -= entry.weight();
        }
        return going;
    }

    void remove(List<Entry> going) {
        for (Entry entry : going) {
            lostUpTo(entry.seq());
            entries.remove(entry.seq());
            weight -= entry.weight();
        }
    }
}
