package org.byenatos.gateway.rest.http;

import java.util.Locale;
import java.util.Set;

/** Tells this machine's own addresses and names. */
final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    /** Whether a numeric address is a loopback address. */
    static boolean isLoopback(String address) {
        return address.startsWith("127.")
                || address.equals("::1")
                || address.equals("0:0:0:0:0:0:0:1")
                || address.equals("[::1]")
                || address.equals("[0:0:0:0:0:0:0:1]");
    }

    /** Whether a {@code Host} header names this machine. */
    static boolean isOwnHost(String host) {
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
