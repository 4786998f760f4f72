package org.byenatos.localaischeduler;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of the bundle, PID {@code org.byenatos.localaischeduler}. */
@ObjectClassDefinition(
        name = "Byenatos local AI",
        description = "How many threads local AI has and how much may wait for them.")
public @interface LocalAiConfiguration {

    /** Threads. */
    @AttributeDefinition(name = "Worker threads", description = "1 to 16; each takes a core while it works.")
    int worker_threads() default 1;

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
}
