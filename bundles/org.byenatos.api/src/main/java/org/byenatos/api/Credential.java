package org.byenatos.api;

import org.jspecify.annotations.Nullable;

/**
 * What a caller shows at the door.
 *
 * @param token the bearer token, {@code null} if none was shown
 * @param loopback whether the call comes from this machine
 */
public record Credential(@Nullable String token, boolean loopback) {

    /** The token stays out of logs. */
    @Override
    public String toString() {
        return "Credential[" + (token == null ? "none" : "token") + "]";
    }
}
