package org.byenatos.applifecycle;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured of {@code org.byenatos.applifecycle}. */
@ObjectClassDefinition(name = "Byenatos AppLifecycle", description = "Apps, users, grants and sessions.")
public @interface AppLifecycleConfiguration {

    /** An app's share where it asks for none. */
    @AttributeDefinition(description = "How often an app may ask a minute where it asks for no share, 1..10000000")
    int requests_per_minute() default 6_000;

    /** How many requests of an app may run at once. */
    @AttributeDefinition(description = "How many requests of an app may run at once where nothing is said, 1..1000")
    int concurrent_requests() default 12;

    /** How many records an app may add or change on a day. */
    @AttributeDefinition(description = "How many records an app may add or change on a day where nothing is said, 1..")
    long records_per_day() default 5_000_000;

    /** How many bytes these may have. */
    @AttributeDefinition(description = "How many bytes these may have where nothing is said, 1..")
    long bytes_per_day() default 8L * 1024 * 1024 * 1024;

    /** How many requests of all apps run at once before others wait for their turn. */
    @AttributeDefinition(description = "How many requests of all apps run at once before others take turns, 1..1000")
    int running_requests() default 6;

    /** For how long an app's earlier keys still open the door. */
    @AttributeDefinition(
            description = "For how long an app's earlier keys stay good where nothing is said, 0..2592000 seconds")
    int key_overlap_seconds() default 86_400;

    /** How many events are kept for a user. */
    @AttributeDefinition(description = "How many events are kept for a user, 10..1000000")
    int events_per_user() default 5_000;

    /** How many characters the events of a user may have together. */
    @AttributeDefinition(description = "How many characters the kept events of a user may have, 100000..1000000000")
    int event_characters_per_user() default 2 * 1024 * 1024;

    /** For how long events are kept. */
    @AttributeDefinition(description = "For how long events are kept, 1..8760 hours")
    int event_hours() default 72;

    /** How many apps may await approval. */
    @AttributeDefinition(description = "How many apps may await the owner's approval, 1..100000")
    int pending_apps() default 1_000;

    /** How many sessions an app may have open. */
    @AttributeDefinition(description = "How many sessions an app may have open, 1..1000000")
    int sessions_per_app() default 10_000;

    /** How often expired sessions are cleared away. */
    @AttributeDefinition(description = "How often expired sessions are cleared away, 1..3600 seconds")
    int sweep_seconds() default 60;
}
