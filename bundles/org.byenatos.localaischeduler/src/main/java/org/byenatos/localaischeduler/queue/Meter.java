package org.byenatos.localaischeduler.queue;

import java.util.concurrent.atomic.LongAdder;
import org.byenatos.api.ai.AiMetrics;

/** Counts what became of the work of one priority. What is not an adder is guarded by the queue's lock. */
final class Meter {

    private final Histogram waits = new Histogram();
    private final Histogram runs = new Histogram();
    private final LongAdder failed = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void done(long waitNanos, long runNanos) {
        waits.add(waitNanos);
        runs.add(runNanos);
    }

    void failed() {
        failed.increment();
    }

    void refused() {
        refused.increment();
    }

    AiMetrics.Line line(int waiting) {
        return new AiMetrics.Line(
                waiting,
                waits.count(),
                failed.sum(),
                refused.sum(),
                waits.meanMillis(),
                waits.quantileMillis(0.99),
                runs.meanMillis(),
                runs.quantileMillis(0.99));
    }
}
