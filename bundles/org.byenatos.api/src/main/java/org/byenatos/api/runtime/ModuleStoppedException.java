package org.byenatos.api.runtime;

import java.time.Duration;
import org.byenatos.api.error.UnavailableException;

/** Thrown by a provider that was deactivated, before anything was done, so that the call can be repeated safely. */
public final class ModuleStoppedException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    /** @param module the name of the module */
    public ModuleStoppedException(String module) {
        super(module + " is being replaced; try again.", Duration.ofSeconds(1));
    }
}
