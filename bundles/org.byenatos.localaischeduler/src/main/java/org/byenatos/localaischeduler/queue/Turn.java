package org.byenatos.localaischeduler.queue;

import java.util.List;
import org.byenatos.api.ai.Priority;

/** What a worker does next: a piece of work, or several of one team. Used by that worker. */
final class Turn {

    private final List<Entry<?>> entries;
    private final int busy;
    private long units;
    private long nanos;

    /**
     * @param entries one or more of a priority
     * @param busy how many workers are busy now, this one included
     */
    Turn(List<Entry<?>> entries, int busy) {
        this.entries = List.copyOf(entries);
        this.busy = busy;
    }

    List<Entry<?>> entries() {
        return entries;
    }

    Priority priority() {
        return entries.get(0).priority();
    }

    /** So much was done in so long. */
    void did(long more, long elapsed) {
        units += more;
        nanos += elapsed;
    }

    /** What was done, if that can be compared: of a kind, and with as many workers busy at its end as at its beginning. */
    boolean comparable(int busyAtEnd) {
        return units > 0 && busyAtEnd == busy;
    }

    Pace.Stint stint(boolean more) {
        return new Pace.Stint(entries.get(0).work().kind(), units, nanos, busy, more);
    }
}
