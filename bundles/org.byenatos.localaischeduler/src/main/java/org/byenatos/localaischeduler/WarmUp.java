package org.byenatos.localaischeduler;

import java.util.Deque;
import org.byenatos.localaischeduler.queue.Timing;
import org.byenatos.localaischeduler.queue.Work;

/** Reads the large tables before somebody waits for them, a table a step. */
final class WarmUp implements Work<Timing> {

    private final Deque<Runnable> loads;

    /** @param loads what to do; emptied */
    WarmUp(Deque<Runnable> loads) {
        this.loads = loads;
    }

    @Override
    public boolean step() {
        if (!loads.isEmpty()) {
            loads.remove().run();
        }
        return !loads.isEmpty();
    }

    @Override
    public Timing result(Timing timing) {
        return timing;
    }

    @Override
    public long characters() {
        return 0;
    }
}
