package org.byenatos.localaischeduler.embed;

import java.util.concurrent.CompletionException;

/** What futures fail with. Stateless. */
public final class Failures {

    private Failures() {}

    /** The failure that a stage handed on. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
