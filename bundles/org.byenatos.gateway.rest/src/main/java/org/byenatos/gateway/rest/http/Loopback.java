package org.byenatos.gateway.rest.http;

import java.util.regex.Pattern;

/** Tells this machine's own addresses and names. */
final class Loopback {

    private static final Pattern OWN_HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

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
        return OWN_HOST.matcher(host).matches();
    }
}
