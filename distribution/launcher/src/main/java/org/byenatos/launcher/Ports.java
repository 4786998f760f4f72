package org.byenatos.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a loopback port is free, before anything else happens. */
final class Ports {

    /** Where the core listens. */
    static final String HOST = "127.0.0.1";

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private Ports() {}

    /**
     * A port that nobody listens on.
     *
     * @param wanted the port; 0 for any
     * @throws LaunchException if it is taken
     */
    static int free(int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the server will: a port in TIME_WAIT is free, one that somebody listens on is not. On Windows the
            // same option means that a port in use may be shared, so it stays off there.
            socket.setReuseAddress(!System.getProperty("os.name").startsWith("Windows"));
            socket.bind(socketAddress(wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LaunchException(
                    "Port " + wanted + " is in use or not allowed (" + e.getMessage()
                            + "). Stop what listens there or choose another with --port; --port 0 takes a free one.",
                    e);
        }
    }

    /** Where a socket to the core on a port goes. */
    static InetSocketAddress socketAddress(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    }

    /** The address of the core on a port. */
    static String address(int port) {
        return "http://" + HOST + ":" + port;
    }
}
