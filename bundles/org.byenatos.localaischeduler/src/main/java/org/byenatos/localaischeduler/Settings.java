package org.byenatos.localaischeduler;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.byenatos.localaischeduler.model.ModelSettings;
import org.byenatos.localaischeduler.queue.QueueSettings;

/**
 * The checked configuration.
 *
 * @param queue the size and manners of the queue
 * @param models how models are kept
 * @param compute how they are run
 * @param drain how long accepted work may take to end when the module stops
 */
record Settings(QueueSettings queue, ModelSettings models, Compute compute, Duration drain) {

    private static final long MIB = 1 << 20;
    private static final int MOST_WORKERS = 16;

    /**
     * How models are run.
     *
     * @param batch how long a batch should take at most
     * @param cacheBytes how much memory cached vectors may take
     * @param batterySaver whether to hold back on battery
     */
    record Compute(Duration batch, long cacheBytes, boolean batterySaver) {}

    private static final String NOT_OURS = "(service|component|felix|osgi)\\..*|[.:].*";
    private static final Set<String> KEYS = Set.of(
            "worker.threads",
            "queue.capacity",
            "queue.capacity.characters",
            "ageing.millis",
            "turn.millis",
            "drain.millis",
            "model.memory.mib",
            "model.idle.minutes",
            "model.scan.seconds",
            "batch.millis",
            "embedding.cache.mib",
            "battery.saver");

    /**
     * Checks a configuration.
     *
     * @param properties all properties of the component, the framework's among them
     * @throws IllegalArgumentException naming the key that is unknown or out of range
     */
    static Settings of(LocalAiConfiguration configuration, Map<String, ?> properties) {
        Set<String> unknown = new TreeSet<>(properties.keySet());
        unknown.removeIf(key -> KEYS.contains(key) || key.matches(NOT_OURS));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("org.byenatos.localaischeduler has no keys " + unknown);
        }
        return new Settings(
                new QueueSettings(
                        workers((int) within("worker.threads", configuration.worker_threads(), 0, MOST_WORKERS)),
                        (int) within("queue.capacity", configuration.queue_capacity(), 1, 100_000),
                        within(
                                "queue.capacity.characters",
                                configuration.queue_capacity_characters(),
                                100_000,
                                Long.MAX_VALUE),
                        millis("ageing.millis", configuration.ageing_millis(), 1),
                        millis("turn.millis", configuration.turn_millis(), 1)),
                new ModelSettings(
                        MIB * within("model.memory.mib", configuration.model_memory_mib(), 1, 65_536),
                        Duration.ofMinutes(
                                within("model.idle.minutes", configuration.model_idle_minutes(), 1, 525_600)),
                        Duration.ofSeconds(within("model.scan.seconds", configuration.model_scan_seconds(), 1, 3600))),
                new Compute(
                        millis("batch.millis", configuration.batch_millis(), 1),
                        MIB * within("embedding.cache.mib", configuration.embedding_cache_mib(), 0, 4096),
                        configuration.battery_saver()),
                millis("drain.millis", configuration.drain_millis(), 0));
    }

    /** Half of the processors by default: the database, HTTP and the person's own work have the other half. */
    private static int workers(int configured) {
        int half = Math.max(1, Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors() / 2));
        return configured == 0 ? half : configured;
    }

    private static Duration millis(String key, long value, long least) {
        return Duration.ofMillis(within(key, value, least, 60_000));
    }

    private static long within(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "org.byenatos.localaischeduler: " + key + " must be from " + least + " to " + most);
        }
        return value;
    }
}
