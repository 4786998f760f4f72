package org.byenatos.applifecycle.state;

import java.time.Instant;

/**
 * A key that was replaced and still opens the door for a while.
 *
 * @param hash of the key
 * @param until when it ends
 */
public record EarlierKey(String hash, Instant until) {

    @Override
    public String toString() {
        return "EarlierKey[" + until + "]";
    }
}
