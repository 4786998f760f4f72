package org.byenatos.localaischeduler.compute;

import java.util.concurrent.atomic.LongAdder;
import org.byenatos.api.ai.AiMetrics;

/** What is known of the runs of a model, of each time that it was loaded. Thread-safe. */
final class Runs {

    private final String id;
    private final double batchNanos;
    private final BatchSize size = new BatchSize();
    private final LongAdder batches = new LongAdder();
    private final LongAdder texts = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** @param batchNanos how long a batch should take at most */
    Runs(String id, double batchNanos) {
        this.id = id;
        this.batchNanos = batchNanos;
    }

    String id() {
        return id;
    }

    /** A batch ran. */
    void add(int batchTexts, int width, long elapsed) {
        batches.increment();
        texts.add(batchTexts);
        nanos.add(elapsed);
        size.add(batchTexts, width, (double) elapsed);
    }

    /** How many texts a batch should hold. */
    int texts() {
        return size.texts(batchNanos);
    }

    /** How wide a batch may be; 0 while that is not known. */
    double width() {
        return size.width(batchNanos);
    }

    AiMetrics.ModelRuns metrics() {
        return new AiMetrics.ModelRuns(id, batches.sum(), texts.sum(), nanos.sum() / 1e6, texts());
    }
}
