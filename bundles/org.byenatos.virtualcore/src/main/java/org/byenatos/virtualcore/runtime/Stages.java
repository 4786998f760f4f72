package org.byenatos.virtualcore.runtime;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Waits for asynchronous results on the thread of the call. */
public final class Stages {

    private Stages() {}

    /**
     * The result of a stage.
     *
     * @throws RuntimeException what the stage ended with
     */
    public static <R> R await(CompletionStage<R> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
