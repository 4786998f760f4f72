package org.byenatos.launcher.trial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One connection: as much of HTTP/1.1 as the core's answers need. It repeats nothing: a call that fails throws. For one
 * thread at a time.
 */
public final class Connection {

    private static final int PATIENCE_MILLIS = 120_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final String host;
    private boolean stays = true;

    /** The core closed the connection before it read what was asked. */
    static final class ClosedException extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedException(IOException cause) {
            super("The connection was closed", cause);
        }
    }

    /**
     * Connects to a core.
     *
     * @throws IOException if it can't be reached
     */
    public Connection(URI base) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        host = base.getAuthority();
    }

    /** Whether the core keeps it open for another call. */
    public boolean stays() {
        return stays;
    }

    /**
     * Makes a call.
     *
     * @throws IOException if the core does not answer, or not whole
     */
    public Connections.Response send(Connections.Request request) throws IOException {
        String status = begin(request);
        Map<String, String> headers = headers();
        byte[] body = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
                ? chunks()
                : bytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        stays = !"close".equalsIgnoreCase(headers.get("connection"));
        if (!stays) {
            socket.close();
        }
        return new Connections.Response(Integer.parseInt(status.split(" ", 3)[1]), new String(body, UTF_8));
    }

    /** Sends and waits for the first line of the answer. */
    private String begin(Connections.Request request) throws IOException {
        try {
            socket.getOutputStream().write(bytes(request));
            return line();
        } catch (EOFException | SocketException closed) {
            socket.close();
            throw new ClosedException(closed);
        }
    }

    private byte[] bytes(Connections.Request request) {
        StringBuilder head = new StringBuilder(request.method() + ' ' + request.path() + " HTTP/1.1\r\nHost: " + host);
        if (request.token() != null) {
            head.append("\r\nAuthorization: Bearer ").append(request.token());
        }
        if (request.contentType() != null) {
            head.append("\r\nContent-Type: ").append(request.contentType());
            head.append("\r\nContent-Length: ").append(request.body().length);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n\r\n").toString().getBytes(ISO_8859_1));
        bytes.writeBytes(request.body());
        return bytes.toByteArray();
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(bytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("The answer was cut off");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The answer was cut off");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
