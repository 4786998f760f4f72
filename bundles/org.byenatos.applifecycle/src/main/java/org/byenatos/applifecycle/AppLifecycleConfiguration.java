package org.byenatos.applifecycle;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured of {@code org.byenatos.applifecycle}. */
@ObjectClassDefinition(name = "Byenatos AppLifecycle", description = "Apps, users, grants and sessions.")
public @interface AppLifecycleConfiguration {

    /** An app's share where it asks for none. */
    @AttributeDefinition(description = "How often an app may ask a minute where it asks for no share, 1..10000000")
    int requests_per_minute() default 6_000;

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
