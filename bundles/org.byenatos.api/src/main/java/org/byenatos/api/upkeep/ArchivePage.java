package org.byenatos.api.upkeep;

import java.util.List;
import org.byenatos.api.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * A part of all that is kept of a user.
 *
 * @param lines JSON objects in an order that an import understands
 * @param nextCursor what to pass to get the next part, {@code null} at the end
 */
public record ArchivePage(List<Json> lines, @Nullable String nextCursor) {

    public ArchivePage {
        lines = List.copyOf(lines);
    }
}
