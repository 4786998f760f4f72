package org.byenatos.localaischeduler.queue;

import org.byenatos.api.ai.Priority;

/** Who is at work: interactive work may have every worker, other work so many at once. Guarded by the queue's lock. */
final class Crew {

    private int interactive;
    private int others;
    private int atOnce = 1;

    /** From now on so many may do work that is not interactive. */
    void allow(int workers) {
        atOnce = workers;
    }

    /** Whether one more may do work that is not interactive. */
    boolean mayHaveMore() {
        return others < atOnce;
    }

    /** A worker begins a turn; says how many are busy then. */
    int begin(Priority priority) {
        count(priority, 1);
        return busy();
    }

    /** A worker ends a turn; says how many were busy until then. */
    int end(Priority priority) {
        int busy = busy();
        count(priority, -1);
        return busy;
    }

    /** How many there are for a priority, of so many. */
    int of(Priority priority, int workers) {
        return priority == Priority.INTERACTIVE ? workers : Math.min(atOnce, workers);
    }

    private int busy() {
        return interactive + others;
    }

    private void count(Priority priority, int sign) {
        if (priority == Priority.INTERACTIVE) {
            interactive += sign;
        } else {
            others += sign;
        }
    }
}
