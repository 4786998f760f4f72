package org.byenatos.datafilesystem.upkeep;

import java.io.IOException;
import java.util.Map;
import org.byenatos.api.common.Json;
import org.byenatos.api.state.StateKey;

/** A job while it is done, step by step on one thread at a time. */
interface Work extends AutoCloseable {

    /** Does the next part. Returns whether there is more. */
    boolean step() throws IOException;

    /** How many parts are done. */
    int done();

    /** How many parts there are, as far as that is known. */
    int total();

    /** What it has come to, once there is no more to do. */
    Json result();

    /** Documents that the last step brought, for others to store. */
    default Map<StateKey, Json> documents() {
        return Map.of();
    }

    /** Leaves nothing behind, whether it came to its end or not. */
    @Override
    default void close() throws IOException {}
}
