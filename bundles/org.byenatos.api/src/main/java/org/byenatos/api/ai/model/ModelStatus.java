package org.byenatos.api.ai.model;

import org.jspecify.annotations.Nullable;

/**
 * How a model stands.
 *
 * @param id its name; the folder's where {@code spec} is {@code null}
 * @param spec what its folder says, {@code null} if that cannot be read
 * @param state what has become of it
 * @param isDefault whether its task uses it where no model is named
 * @param memoryBytes about how much memory it holds, 0 unless loaded
 * @param reason why it was refused, {@code null} otherwise
 */
public record ModelStatus(
        String id,
        @Nullable ModelSpec spec,
        ModelState state,
        boolean isDefault,
        long memoryBytes,
        @Nullable String reason) {}
