package org.byenatos.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told of every event, on a thread of the core's: registered as a service, it must return quickly and not throw. */
@ConsumerType
@FunctionalInterface
public interface CoreEventListener {

    /** Something happened. */
    void on(CoreEvent event);
}
