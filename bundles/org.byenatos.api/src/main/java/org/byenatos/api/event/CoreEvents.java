package org.byenatos.api.event;

import org.osgi.annotation.versioning.ProviderType;

/** Where a module tells what happened in it; apps and listeners learn of it from there. Thread-safe. */
@ProviderType
public interface CoreEvents {

    /** Something happened. Returns when everybody was told. */
    void tell(CoreEvent event);
}
