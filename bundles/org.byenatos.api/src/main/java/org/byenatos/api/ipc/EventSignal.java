package org.byenatos.api.ipc;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Wants to know when reading events again is worth it: registered as a service, it is called whenever there may be new
 * ones or what somebody may read has changed. It must return at once and not throw.
 */
@ConsumerType
@FunctionalInterface
public interface EventSignal {

    /** There may be news. */
    void news();
}
