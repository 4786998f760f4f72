package org.byenatos.api.ai.model;

import org.jspecify.annotations.Nullable;

/**
 * A text for a model.
 *
 * @param text the text, the question of a pair
 * @param second the other text of a pair, {@code null} if the model reads single texts
 */
public record ModelInput(String text, @Nullable String second) {

    /** A single text. */
    public ModelInput(String text) {
        this(text, null);
    }

    /** Texts stay out of logs. */
    @Override
    public String toString() {
        return "ModelInput[" + text.length() + " characters]";
    }
}
