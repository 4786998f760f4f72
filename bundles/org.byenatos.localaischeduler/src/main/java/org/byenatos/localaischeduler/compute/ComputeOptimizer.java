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
 * Fits the work to the machine: sizes of batches from measured times, vectors kept for when they are asked for again, and
 * restraint while power or memory is short. Thread-safe.
 */
public final class ComputeOptimizer implements Pace {

    /** On battery, work that nobody waits for rests three times as long as it ran. */
    private static final int REST = 3;

    private final Duration batch;
    private final long cacheBytes;
    private final boolean batterySaver;
    private final Machine machine;
    private final EmbeddingCache cache;
    private final Map<String, Runs> runs = new ConcurrentHashMap<>();

    /**
     * @param batch how long a batch should take at most
     * @param cacheBytes how much memory cached vectors may take
     * @param batterySaver whether to hold back on battery
     */
    public ComputeOptimizer(Duration batch, long cacheBytes, boolean batterySaver) {
        this(batch, cacheBytes, batterySaver, new Machine(Machine.POWER_SUPPLIES, System::nanoTime));
    }

    ComputeOptimizer(Duration batch, long cacheBytes, boolean batterySaver, Machine machine) {
        this.batch = batch;
        this.cacheBytes = cacheBytes;
        this.batterySaver = batterySaver;
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
        return new AiMetrics(queue, cache.metrics(), ran, saving());
    }
}
