package org.byenatos.api.app;

import java.time.Instant;

/**
 * A key just made.
 *
 * @param key the key, shown this once
 * @param earlierUntil until when the keys before it still open the door, at most
 */
public record NewKey(String key, Instant earlierUntil) {

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "NewKey[" + earlierUntil + "]";
    }
}
