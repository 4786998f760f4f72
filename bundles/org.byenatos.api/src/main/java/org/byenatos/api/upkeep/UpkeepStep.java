package org.byenatos.api.upkeep;

import java.util.Map;
import org.byenatos.api.common.Json;
import org.byenatos.api.state.StateKey;

/**
 * What a step of a job came to.
 *
 * @param more whether there is more to do
 * @param documents documents that an import brought, for the modules that they belong to
 */
public record UpkeepStep(boolean more, Map<StateKey, Json> documents) {

    /** There is nothing more to do. */
    public static final UpkeepStep END = new UpkeepStep(false, Map.of());

    /** There is more to do. */
    public static final UpkeepStep MORE = new UpkeepStep(true, Map.of());

    public UpkeepStep {
        documents = Map.copyOf(documents);
    }
}
