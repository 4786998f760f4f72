package org.byenatos.datafilesystem.index;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured of {@code org.byenatos.datafilesystem.index}. */
@ObjectClassDefinition(name = "Byenatos search index", description = "The search index over the records.")
public @interface IndexConfiguration {

    /** How many users' indexes stay open. */
    @AttributeDefinition(description = "How many users' indexes stay open, 1..10000")
    int max_open() default 32;

    /** How much of the indexes is held in memory, decrypted. */
    @AttributeDefinition(description = "How much of the indexes is held in memory, decrypted, 1..1024 MiB")
    int cache_mib() default 8;

    /** How much one index gathers in memory before it is written. */
    @AttributeDefinition(description = "How much one index gathers in memory before it is written, 1..1024 MiB")
    int buffer_mib() default 4;

    /** How long changes may wait for a commit. */
    @AttributeDefinition(
            description = "How long changes may wait for a commit, 1..3600 s; until then a crash costs "
                    + "reading them again")
    int commit_seconds() default 10;

    /** How long an index stays open that nobody uses. */
    @AttributeDefinition(description = "How long an index stays open that nobody uses, 1..86400 s")
    int idle_seconds() default 300;

    /** What the words of a record's neighbours weigh. */
    @AttributeDefinition(description = "What the words of a record's neighbours weigh, beside 1 for its own, 0..10")
    float weight_neighbours() default 0.6f;

    /** What the best words of the thread weigh. */
    @AttributeDefinition(description = "What the best words of the thread weigh, 0..10")
    float weight_thread() default 0.5f;

    /** What it weighs that the question names the author. */
    @AttributeDefinition(description = "What it weighs that the question names the author, 0..10")
    float weight_author() default 0.4f;

    /** What it weighs that the question names the day. */
    @AttributeDefinition(description = "What it weighs that the question names the day, 0..10")
    float weight_date() default 0.7f;

    /** What words weigh that the best records add. */
    @AttributeDefinition(description = "What words weigh that the best records add to the question, 0..10")
    float weight_related() default 0.15f;

    /** How much the sentences of a question count on their own. */
    @AttributeDefinition(description = "How much the sentences of a question count on their own, 0..1")
    float weight_parts() default 0.6f;

    /** What nearness of meaning weighs. */
    @AttributeDefinition(description = "What nearness of meaning weighs, per standard deviation above the mean, 0..10")
    float weight_meaning() default 0.08f;

    /** What the words of the record before weigh, if that asks. */
    @AttributeDefinition(description = "What the words of the record before in the thread weigh, if that asks, 0..10")
    float weight_answer() default 0.4f;

    /** Which share a record adds to its sum that seems to hold the kind of answer that is asked for. */
    @AttributeDefinition(
            description = "Which share a record adds to its sum that seems to hold the kind of answer that is asked "
                    + "for, 0..10")
    float weight_kind() default 0.1f;

    /** Which share of its sum a record loses that itself ends with a question. */
    @AttributeDefinition(description = "Which share of its sum a record loses that itself ends with a question, 0..1")
    float weight_asking() default 0.2f;
}
