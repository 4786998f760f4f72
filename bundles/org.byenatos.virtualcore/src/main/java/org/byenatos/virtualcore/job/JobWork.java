package org.byenatos.virtualcore.job;

import java.util.function.BooleanSupplier;

/** What a job does. */
@FunctionalInterface
public interface JobWork {

    /**
     * Does what is left of a job. Whatever is cut short is done again, so every step must bear repetition.
     *
     * @param jobId which
     * @param stop whether to stop after the step in hand
     */
    void run(String jobId, BooleanSupplier stop);
}
