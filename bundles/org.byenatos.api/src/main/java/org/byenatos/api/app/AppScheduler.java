package org.byenatos.api.app;

import org.byenatos.api.error.LimitExceededException;
import org.osgi.annotation.versioning.ProviderType;

/** Shares the core between apps. Thread-safe. */
@ProviderType
public interface AppScheduler {

    /**
     * Takes one request off an app's share.
     *
     * @throws LimitExceededException if the share is used up; says when there is some again
     */
    void admit(App app);
}
