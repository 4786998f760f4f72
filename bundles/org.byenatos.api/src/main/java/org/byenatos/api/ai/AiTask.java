package org.byenatos.api.ai;

import java.util.Locale;

/** What local AI can be asked for. */
public enum AiTask {
    /** Vectors of texts; needs a model. */
    EMBED,
    /** How alike texts are; needs a model. */
    SIMILARITY,
    /** Orders texts by a question; needs a model. */
    RERANK,
    /** Chooses among labels, given or the model's own; needs a model. */
    CLASSIFY,
    /** The phrases that a text is about. */
    KEYPHRASES,
    /** The key sentences of a text, in their order. */
    SUMMARIZE,
    /** Positive, negative or neutral. */
    SENTIMENT,
    /** The language of a text. */
    LANGUAGE,
    /** How many tokens a text has for a language model. */
    COUNT_TOKENS;

    /** The word for it in the contract, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
