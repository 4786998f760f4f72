package org.byenatos.virtualcore.attention;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the kernel, PID {@code org.byenatos.virtualcore}. */
@ObjectClassDefinition(
        name = "Byenatos VirtualCore",
        description = "How the attention weight of records is made, and what belongs together.")
public @interface AttentionConfiguration {

    /** Where the configuration lies. */
    String PID = "org.byenatos.virtualcore";

    @AttributeDefinition(name = "Window", description = "Days before a record that count for its attention weight.")
    int attention_window_days() default 30;

    @AttributeDefinition(name = "Weight of similar things", description = "Part of the attention weight.")
    double attention_similar_weight() default 0.30;

    @AttributeDefinition(name = "Weight of notes", description = "Part of the attention weight.")
    double attention_notes_weight() default 0.25;

    @AttributeDefinition(name = "Weight of returns", description = "Part of the attention weight.")
    double attention_returns_weight() default 0.30;

    @AttributeDefinition(name = "Weight of time", description = "Part of the attention weight.")
    double attention_time_weight() default 0.15;

    @AttributeDefinition(
            name = "Steps of similar things",
            description = "Up to how many similar records each value but the last is given, ascending.")
    int[] attention_similar_records() default {1, 3, 5};

    @AttributeDefinition(name = "Values of similar things", description = "0..1, one more than steps.")
    double[] attention_similar_values() default {0.1, 0.4, 0.7, 1.0};

    @AttributeDefinition(name = "Full count of notes", description = "So many notes at an address count fully.")
    int attention_notes_full_count() default 5;

    @AttributeDefinition(
            name = "Full length of notes",
            description = "Letters; the mean length of the notes is divided by it. A Chinese character is two letters.")
    int attention_notes_full_letters() default 200;

    @AttributeDefinition(name = "Most for length", description = "What the length of notes adds at most, 0..1.")
    double attention_notes_length_most() default 0.3;

    @AttributeDefinition(name = "Least for notes", description = "0..1.")
    double attention_notes_least() default 0.2;

    @AttributeDefinition(name = "Full count of visits", description = "So many visits to an address count fully.")
    int attention_returns_full_visits() default 6;

    @AttributeDefinition(
            name = "Full days",
            description = "The days from the first visit to the last are divided by it.")
    int attention_returns_full_days() default 30;

    @AttributeDefinition(name = "Most for days", description = "What days add at most, 0..1.")
    double attention_returns_days_most() default 0.2;

    @AttributeDefinition(name = "Least for returns", description = "0..1.")
    double attention_returns_least() default 0.1;

    @AttributeDefinition(
            name = "Gap between visits",
            description = "Minutes; records of an address that are nearer than this are of one visit.")
    int attention_visit_gap_minutes() default 30;

    @AttributeDefinition(name = "Full time", description = "Seconds; so much time at an address counts fully.")
    int attention_time_full_seconds() default 3600;

    @AttributeDefinition(name = "Least for time", description = "0..1.")
    double attention_time_least() default 0.1;

    @AttributeDefinition(name = "Depth without a note", description = "Factor of the attention weight.")
    double attention_depth_no_note() default 0.8;

    @AttributeDefinition(name = "Depth with a note", description = "Factor of the attention weight.")
    double attention_depth_note() default 1.0;

    @AttributeDefinition(name = "Depth with a long note", description = "Factor of the attention weight.")
    double attention_depth_long_note() default 1.2;

    @AttributeDefinition(name = "Long note", description = "Letters from which a note is long.")
    int attention_long_note_letters() default 200;

    @AttributeDefinition(name = "Similar", description = "Cosine from which records are similar, 0..1.")
    double similar_cosine() default 0.45;

    @AttributeDefinition(
            name = "Similar without a model",
            description = "So many concepts and tags must be shared for records to be similar.")
    int similar_shared_concepts() default 2;

    @AttributeDefinition(name = "Cluster", description = "Cosine from which a record joins another's cluster, 0..1.")
    double cluster_cosine() default 0.5;

    @AttributeDefinition(
            name = "Records held",
            description = "The newest records of a user that are held in memory to count among, 64 to 65,536.")
    int history_records() default 2048;
}
