package org.byenatos.localaischeduler.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.byenatos.api.ai.AiMetrics;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.localaischeduler.queue.Team;
import org.byenatos.localaischeduler.queue.Work;

/** Runs the texts of several callers through one model at once. Thread-safe. */
public final class ModelTeam implements Team {

    private final String id;
    private final OpenModel model;
    private final double batchNanos;
    private final BooleanSupplier memoryShort;
    private final BatchSize size = new BatchSize();
    private final LongAdder batches = new LongAdder();
    private final LongAdder texts = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /**
     * @param batchNanos how long a batch should take at most
     * @param memoryShort whether memory is short, so that batches are to be small
     */
    ModelTeam(String id, OpenModel model, double batchNanos, BooleanSupplier memoryShort) {
        this.id = id;
        this.model = model;
        this.batchNanos = batchNanos;
        this.memoryShort = memoryShort;
    }

    /** How many tokens a text has for the model; on the caller's thread. */
    public int countTokens(String text) {
        return model.countTokens(new ModelInput(text));
    }

    @Override
    public int size(Priority priority) {
        return memoryShort.getAsBoolean() ? 1 : size.texts(batchNanos);
    }

    @Override
    public void step(List<Work<?>> pieces, Priority priority) {
        List<ModelWork> works = pieces.stream().map(ModelWork.class::cast).toList();
        List<Integer> shares = new ArrayList<>();
        List<ModelInput> batch = gather(works, shares, size(priority));
        long start = System.nanoTime();
        List<float[]> rows = model.run(batch).rows();
        long elapsed = System.nanoTime() - start;
        int from = 0;
        for (int i = 0; i < works.size(); i++) {
            works.get(i).take(rows.subList(from, from + shares.get(i)));
            from += shares.get(i);
        }
        measure(batch, elapsed);
    }

    /** As many texts as take so long, one at least. */
    private List<ModelInput> gather(List<ModelWork> works, List<Integer> shares, int most) {
        List<ModelInput> batch = new ArrayList<>();
        double room = size.width(batchNanos);
        for (ModelWork work : works) {
            int before = batch.size();
            for (ModelInput input : work.next(Math.max(0, most - before))) {
                room -= ModelWork.width(input);
                if (batch.isEmpty() || room > 0 || size.width(batchNanos) == 0) {
                    batch.add(input);
                } else {
                    break;
                }
            }
            shares.add(batch.size() - before);
        }
        return batch;
    }

    private void measure(List<ModelInput> batch, long elapsed) {
        batches.increment();
        texts.add(batch.size());
        nanos.add(elapsed);
        size.add(batch.size(), batch.stream().mapToInt(ModelWork::width).sum(), (double) elapsed);
    }

    AiMetrics.ModelRuns metrics() {
        return new AiMetrics.ModelRuns(id, batches.sum(), texts.sum(), nanos.sum() / 1e6, size.texts(batchNanos));
    }
}
