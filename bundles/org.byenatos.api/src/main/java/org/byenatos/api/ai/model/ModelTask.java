package org.byenatos.api.ai.model;

import java.util.Locale;

/** What a model was made for. */
public enum ModelTask {
    /** A vector of a text. */
    EMBEDDING,
    /** How well a text answers a question. */
    RERANK,
    /** Which of the model's labels fits a text. */
    CLASSIFICATION;

    /** The word for it in {@code model.json} and in the contract, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
