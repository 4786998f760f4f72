package org.byenatos.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that a well-behaved client cannot make, byte by byte. */
final class RawHttp {

    /** The connection was closed without any answer. */
    static final int CLOSED = 0;

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int SILENCE_MILLIS = 3_000;

    private RawHttp() {}

    /** What came back: a status line, headers and a body, or nothing. */
    record Answer(String text) {

        int status() {
            return text.startsWith("HTTP/1.") ? Integer.parseInt(text.split(" ", 3)[1].substring(0, 3)) : CLOSED;
        }

        /** How many answers there are: a smuggled request would have one of its own. */
        int count() {
            return text.split("HTTP/1\\.1 ", -1).length - 1;
        }
    }

    /** The status of a GET with exactly these headers. */
    static int status(URI uri, String... headers) throws IOException {
        return send(
                        uri,
                        "GET " + uri.getRawPath() + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                                + "\r\nConnection: close\r\n\r\n")
                .status();
    }

    /** Sends these bytes and reads what comes until the other side closes or falls silent. */
    static Answer send(URI uri, String request) throws IOException {
        try (Socket socket = open(uri)) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (SocketException refusedEarly) {
                // What was answered can be read all the same.
            }
            return read(socket);
        }
    }

    static Socket open(URI uri) throws IOException {
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static Answer read(Socket socket) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
                socket.setSoTimeout(SILENCE_MILLIS);
            }
        } catch (SocketTimeoutException silent) {
            // What came is all that comes.
        } catch (IOException reset) {
            // Closed with what we sent unread.
        }
        return new Answer(all.toString(StandardCharsets.ISO_8859_1));
    }
}
