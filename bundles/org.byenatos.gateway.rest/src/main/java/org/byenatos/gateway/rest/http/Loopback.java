package org.byenatos.gateway.rest.http;

/** Tells this machine's own addresses. */
final class Loopback {

    private Loopback() {}

    /** Whether a numeric address is a loopback address. */
    static boolean isLoopback(String address) {
        return address.startsWith("127.")
                || address.equals("::1")
                || address.equals("0:0:0:0:0:0:0:1")
                || address.equals("[::1]")
                || address.equals("[0:0:0:0:0:0:0:1]");
    }
}
