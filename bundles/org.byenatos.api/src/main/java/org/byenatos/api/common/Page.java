package org.byenatos.api.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the items of this part
 * @param nextCursor what to pass to get the next part, {@code null} at the end
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }
}
