package org.byenatos.api.ai;

import java.time.Duration;
import org.byenatos.api.error.UnavailableException;

/** The task needs a model and none is loaded. */
public final class ModelNotLoadedException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    /** @param message which task, and what to do */
    public ModelNotLoadedException(String message) {
        super(message, Duration.ofSeconds(60));
    }
}
