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

    /** The beginning of so many characters stands for a text: more of it would blur its vector and cost time. */
    int MOST_CHARACTERS = 4000;

    /** What a text is. */
    enum Use {
        /** A question. */
        QUERY,
        /** A text that may be found. */
        PASSAGE
    }

    /** What stands for a text. Whoever means the same text embeds this of it, so that all but the first have it from the cache. */
    static String beginning(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, splits ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
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
