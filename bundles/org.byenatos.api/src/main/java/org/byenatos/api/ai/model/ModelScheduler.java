package org.byenatos.api.ai.model;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.byenatos.api.error.NotFoundException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The models of this home and of the distribution: what there is, what is in memory, which is the default. Thread-safe.
 * Stages fail with {@link NotFoundException} if there is no such model, {@link ModelRefusedException} if it cannot be
 * used.
 */
@ProviderType
public interface ModelScheduler {

    /** All models found, by id. */
    List<ModelStatus> models();

    /** Loads a model, validates it, and makes room by the memory budget; one that is loaded already is left as it is. */
    CompletionStage<ModelStatus> load(String id);

    /** Frees a model's memory after the runs in flight; it is loaded again when somebody needs it. */
    CompletionStage<ModelStatus> unload(String id);

    /**
     * Makes a model the default of its task, kept over restarts. It is loaded and validated first; the earlier default
     * serves until then.
     */
    CompletionStage<ModelStatus> setDefault(String id);
}
