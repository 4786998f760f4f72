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
}
