package org.byenatos.api;

import org.jspecify.annotations.Nullable;

/**
 * What a caller shows at the door.
 *
 * @param token the bearer token, {@code null} if none was shown
 * @param loopback whether the call comes from this machine
 * @param from the address that the call comes from
 * @param origin the web site whose page makes the call in a browser, {@code null} if it is our own or none
 */
public record Credential(
        @Nullable String token,
        boolean loopback,
        String from,
        @Nullable String origin) {

    /** A caller that is no page in a browser. */
    public Credential(@Nullable String token, boolean loopback) {
        this(token, loopback, loopback ? "127.0.0.1" : "elsewhere", null);
    }

    /** The token stays out of logs. */
    @Override
    public String toString() {
        return "Credential[" + (token == null ? "none" : "token") + "]";
    }
}
