package org.byenatos.api.ai;

import java.util.List;
import java.util.Map;

/**
 * How local AI fares: numbers only, nothing of what was computed. Counts are since the module started.
 *
 * @param queue how each priority fares
 * @param cache how often a vector was there already
 * @param models how the models run that have run
 * @param workers how many threads work at once
 * @param saving whether work that nobody waits for is slowed, because the machine runs on battery or memory is short
 */
public record AiMetrics(
        Map<Priority, Line> queue, Cache cache, List<ModelRuns> models, Workers workers, boolean saving) {

    public AiMetrics {
        queue = Map.copyOf(queue);
        models = List.copyOf(models);
    }

    /**
     * The work of a priority.
     *
     * @param waiting how many pieces wait now
     * @param done how many were done
     * @param failed how many failed, expired or were given up
     * @param refused how many found no room
     * @param waitMeanMillis how long work waited
     * @param waitP99Millis how long all but one in a hundred waited at most, within a factor of 1.2
     * @param runMeanMillis how long work ran
     * @param runP99Millis how long all but one in a hundred ran at most, within a factor of 1.2
     */
    public record Line(
            int waiting,
            long done,
            long failed,
            long refused,
            double waitMeanMillis,
            double waitP99Millis,
            double runMeanMillis,
            double runP99Millis) {}

    /**
     * The cache of vectors.
     *
     * @param hits texts found in it
     * @param misses texts that were not
     * @param entries vectors that it holds
     * @param bytes about how much memory they take
     */
    public record Cache(long hits, long misses, int entries, long bytes) {}

    /**
     * The runs of a model.
     *
     * @param id which
     * @param batches how many batches it ran
     * @param texts how many texts they held
     * @param runMillis how long they took, all together
     * @param batchSize how many texts of the usual length a batch holds now
     */
    public record ModelRuns(String id, long batches, long texts, double runMillis, int batchSize) {}

    /**
     * How many threads work at once. Interactive work may have all of them, other work as many as were measured to pay.
     *
     * @param most how many there are
     * @param chosen how many may do other work at once
     * @param trials how often a number was compared with the next larger one
     * @param gain how many times as much the larger number did in the last comparison, 0 before the first
     */
    public record Workers(int most, int chosen, long trials, double gain) {}
}
