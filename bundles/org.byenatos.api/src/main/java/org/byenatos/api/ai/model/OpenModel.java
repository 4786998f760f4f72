package org.byenatos.api.ai.model;

import java.util.List;
import org.byenatos.api.error.UnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/** A model in memory. Thread-safe; {@link #close} waits for runs in flight. */
@ProviderType
public interface OpenModel extends AutoCloseable {

    /**
     * Runs one batch on the caller's thread.
     *
     * @return per text one row, in order: a vector of the model's dimensions, the score of a pair, or one value a label
     * @throws UnavailableException if the model was closed
     */
    ModelOutput run(List<ModelInput> batch);

    /** How many tokens a text has for this model, cut at its maximum. */
    int countTokens(ModelInput input);

    /** About how much memory it holds, in bytes, its files' size included. */
    long memoryBytes();

    /** Frees the memory; a second call does nothing. */
    @Override
    void close();
}
