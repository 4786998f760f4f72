package org.byenatos.security;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured of {@code org.byenatos.security}. */
@ObjectClassDefinition(name = "Byenatos security", description = "The audit log.")
public @interface SecurityConfiguration {

    /** How many lines may wait to be written. */
    @AttributeDefinition(description = "How many lines may wait to be written, 100..1000000")
    int audit_queue_lines() default 16_384;

    /** How long lines are gathered before they are written together. */
    @AttributeDefinition(description = "How long lines are gathered before they are written together, 1..1000 ms")
    int audit_gather_millis() default 200;

    /** How large a file becomes before another is begun. */
    @AttributeDefinition(description = "How large a file becomes before another is begun, 1..1024 MiB")
    int audit_file_mib() default 64;

    /** How many days lines are kept at least. */
    @AttributeDefinition(description = "How many days lines are kept at least, 1..36500; 0 keeps them for ever")
    int audit_retention_days() default 365;
}
