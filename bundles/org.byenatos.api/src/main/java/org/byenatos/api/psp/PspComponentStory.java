package org.byenatos.api.psp;

import java.util.List;

/**
 * A component and what became of it.
 *
 * @param component as it is now
 * @param changes newest first
 */
public record PspComponentStory(PspComponent component, List<PspChange> changes) {

    public PspComponentStory {
        changes = List.copyOf(changes);
    }
}
