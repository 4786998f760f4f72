package org.byenatos.launcher;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain HTTP must not leave this machine. */
final class LoopbackOnly {

    private static final String HOST = "org.apache.felix.http.host";
    private static final String SERVER = "org.apache.felix.http";

    private LoopbackOnly() {}

    /**
     * Refuses an address that others can reach.
     *
     * @param host where plain HTTP is to listen; no host means everywhere
     */
    static void check(@Nullable String host) {
        if (host == null || !host.strip().matches("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?")) {
            throw new LaunchException("Plain HTTP listens on this machine only, and " + HOST + " is "
                    + (host == null ? "not set" : host) + ". Set it to 127.0.0.1. For other addresses turn TLS on:"
                    + " configuration org.byenatos.gateway.http, tls.enabled true and tls.host the address, in a file in"
                    + " conf/ that ends in .json.");
        }
    }

    /**
     * Refuses configurations of the server that say such an address.
     *
     * @param configurations their members by name
     */
    static void check(Map<String, Map<String, Object>> configurations) {
        configurations.forEach((pid, members) -> {
            boolean server = pid.equals(SERVER) || pid.startsWith(SERVER + "~");
            members.forEach((key, value) -> {
                if (server && key.split(":")[0].equals(HOST)) {
                    check(String.valueOf(value));
                }
            });
        });
    }
}
