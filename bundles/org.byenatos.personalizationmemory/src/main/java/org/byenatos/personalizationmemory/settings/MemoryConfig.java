package org.byenatos.personalizationmemory.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the memory, PID {@code org.byenatos.personalizationmemory}. */
@ObjectClassDefinition(
        name = "Byenatos PersonalizationMemory",
        description = "How a PSP is chosen and how its token budget is shared out.")
public @interface MemoryConfig {

    /** Where the configuration lies. */
    String PID = "org.byenatos.personalizationmemory";

    @AttributeDefinition(name = "Weight of importance", description = "What kind of statement it is.")
    double weight_importance() default 0.30;

    @AttributeDefinition(name = "Weight of relevance", description = "What it has to do with the question.")
    double weight_relevance() default 0.35;

    @AttributeDefinition(name = "Weight of freshness", description = "How new its newest evidence is.")
    double weight_freshness() default 0.20;

    @AttributeDefinition(name = "Weight of use", description = "How often it was handed out.")
    double weight_use() default 0.15;

    @AttributeDefinition(name = "Half-life of freshness", description = "Days after which freshness is half.")
    int freshness_half_life_days() default 90;

    @AttributeDefinition(name = "Share of the core layer", description = "Part of the token budget, 0..1.")
    double share_core() default 0.20;

    @AttributeDefinition(name = "Share of the working layer", description = "Part of the token budget, 0..1.")
    double share_working() default 0.40;

    @AttributeDefinition(name = "Share of the learning layer", description = "Beside what other layers leave, 0..1.")
    double share_learning() default 0;

    @AttributeDefinition(name = "Share of the context layer", description = "Part of the token budget, 0..1.")
    double share_context() default 0.30;

    @AttributeDefinition(name = "Share of the buffer layer", description = "Part of the token budget, 0..1.")
    double share_buffer() default 0.10;

    @AttributeDefinition(
            name = "Share of statements in an enhancement",
            description = "Part of its token budget that statements may take from knowledge, 0..1.")
    double enhancement_psp_share() default 0.15;

    @AttributeDefinition(name = "Reach of the buffer", description = "Hours that a record stays in the buffer layer.")
    int buffer_hours() default 24;

    @AttributeDefinition(name = "Reach of recent focus", description = "Days that recent focus looks back.")
    int focus_days() default 14;
}
