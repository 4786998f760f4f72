package org.byenatos.localaischeduler;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of the bundle, PID {@code org.byenatos.localaischeduler}; an underscore stands for a dot. */
@ObjectClassDefinition(
        name = "Byenatos local AI",
        description = "How many threads local AI may have and how much may wait for them.")
public @interface LocalAiConfiguration {

    /** Threads. */
    @AttributeDefinition(
            name = "Worker threads",
            description =
                    "How many may work at once, 1 to 16; 0 for half of the processors. How many do is found by measuring.")
    int worker_threads() default 0;

    /** Pieces of work. */
    @AttributeDefinition(
            name = "Queue capacity",
            description = "How many pieces of work of each priority may wait, 1 to 100,000.")
    int queue_capacity() default 256;

    /** Characters. */
    @AttributeDefinition(
            name = "Queue capacity in characters",
            description = "How many characters the waiting work of each priority may hold, at least 100,000.")
    long queue_capacity_characters() default 8_000_000;

    /** Milliseconds. */
    @AttributeDefinition(
            name = "Ageing",
            description = "After this many milliseconds without a turn a lower priority gets one, at least 1.")
    int ageing_millis() default 500;

    /** Milliseconds. */
    @AttributeDefinition(
            name = "Turn",
            description = "After this many milliseconds long work makes way for other work, at least 1.")
    int turn_millis() default 10;

    /** Milliseconds. */
    @AttributeDefinition(
            name = "Drain",
            description = "How many milliseconds accepted work may take to end when the module stops, 0 to 60,000.")
    int drain_millis() default 5000;

    /** Mebibytes. */
    @AttributeDefinition(
            name = "Memory of models",
            description =
                    "What all loaded models may take together, 1 to 65,536 MiB; what was used longest ago goes first.")
    int model_memory_mib() default 300;

    /** Minutes. */
    @AttributeDefinition(
            name = "Idle models",
            description =
                    "A model that nobody used for so many minutes is unloaded, unless it is a default; at least 1.")
    int model_idle_minutes() default 30;

    /** Seconds. */
    @AttributeDefinition(
            name = "Scan",
            description = "How often the folders of models are looked at, 1 to 3,600 seconds.")
    int model_scan_seconds() default 5;

    /** Milliseconds. */
    @AttributeDefinition(
            name = "Batch",
            description =
                    "How long a batch of texts in a model should take at most, at least 1; a single text may take longer.")
    int batch_millis() default 4;

    /** Mebibytes. */
    @AttributeDefinition(
            name = "Cache of vectors",
            description = "How much memory vectors take that may be asked for again, 0 to 4,096 MiB.")
    int embedding_cache_mib() default 4;

    /** Whether. */
    @AttributeDefinition(
            name = "Battery saver",
            description = "Whether work that nobody waits for is slowed while the machine runs on battery.")
    boolean battery_saver() default true;
}
