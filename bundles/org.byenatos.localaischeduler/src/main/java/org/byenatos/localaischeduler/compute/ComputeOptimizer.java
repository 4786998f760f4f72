package org.byenatos.localaischeduler.compute;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.byenatos.api.ai.AiMetrics;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.localaischeduler.queue.Pace;

/**
 * Fits the work to the machine: sizes of batches and threads from measured times, vectors kept for when they are asked for again, and
 * restraint while power or memory is short. Thread-safe.
 */
public final class ComputeOptimizer implements Pace {

    /** On battery, work that nobody waits for rests three times as long as it ran. */
    private static final int REST = 3;

    /** Fewer texts are not parted. */
    private static final int LEAST_TEXTS = 8;

    private final Duration batch;
    private final long cacheBytes;
    private final boolean batterySaver;
    private final Workers workers;
    private final Machine machine;
    private final EmbeddingCache cache;
    private final Map<String, Runs> runs = new ConcurrentHashMap<>();

    /**
     * @param batch how long a batch should take at most
     * @param cacheBytes how much memory cached vectors may take
     * @param batterySaver whether to hold back on battery
     * @param workers how many threads there are to work
     */
    public ComputeOptimizer(Duration batch, long cacheBytes, boolean batterySaver, int workers) {
        this(
                batch,
                cacheBytes,
                batterySaver,
                new Workers(workers, System::nanoTime),
                new Machine(Machine.POWER_SUPPLIES, Machine::heapUse, System::nanoTime));
    }

    ComputeOptimizer(Duration batch, long cacheBytes, boolean batterySaver, Workers workers, Machine machine) {
        this.batch = batch;
        this.cacheBytes = cacheBytes;
        this.batterySaver = batterySaver;
        this.workers = workers;
        this.machine = machine;
        this.cache = new EmbeddingCache(cacheBytes);
    }

    /** What runs a model that has just been opened. */
    public ModelTeam team(String id, OpenModel model) {
        Runs known = runs.computeIfAbsent(id, one -> new Runs(one, batch.toMillis() * 1e6));
        return new ModelTeam(model, known, machine::memoryShort);
    }

    /** The vectors that are known. */
    public EmbeddingCache cache() {
        if (machine.memoryShort()) {
            cache.shrink(cacheBytes / 8);
        }
        return cache;
    }

    /** Into how many parts so many texts for a model go, that several workers may run at once. */
    public int parts(int texts) {
        return Math.max(1, Math.min(workers.most(), texts / LEAST_TEXTS));
    }

    @Override
    public int atOnce() {
        return workers.atOnce(saving());
    }

    @Override
    public void ran(Stint stint) {
        workers.ran(stint);
    }

    @Override
    public long restAfter(long turnNanos) {
        return saving() ? REST * turnNanos : 0;
    }

    private boolean saving() {
        return machine.memoryShort() || (batterySaver && machine.onBattery());
    }

    /** How local AI fares, with what the queue tells. */
    public AiMetrics metrics(Map<Priority, AiMetrics.Line> queue) {
        List<AiMetrics.ModelRuns> ran =
                runs.values().stream().map(Runs::metrics).toList();
        atOnce();
        return new AiMetrics(queue, cache.metrics(), ran, workers.metrics(), saving());
    }
}
