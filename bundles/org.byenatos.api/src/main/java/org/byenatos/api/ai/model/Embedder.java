package org.byenatos.api.ai.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.error.NotFoundException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes vectors of texts in the inference queue, from a cache where the same text was asked for before. Thread-safe.
 */
@ProviderType
public interface Embedder {

    /** What a text is. */
    enum Use {
        /** A question. */
        QUERY,
        /** A text that may be found. */
        PASSAGE
    }

    /** The default model, once it is loaded; empty while none can serve. */
    Optional<EmbeddingModel> current();

    /**
     * Unit vectors of texts, in order. The stage ends with {@link ModelNotLoadedException} if the model cannot serve
     * (yet), {@link NotFoundException} if there is none of that id and version, and as those of {@code AiProcessor} do.
     *
     * @param model which model, one that {@link #current} gave, now or earlier
     */
    CompletionStage<List<float[]>> embed(EmbeddingModel model, List<String> texts, Use use, Priority priority);
}
