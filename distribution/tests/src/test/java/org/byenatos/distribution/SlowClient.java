package org.byenatos.distribution;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Begins a request and never ends it. Confined to one thread. */
final class SlowClient implements AutoCloseable {

    private final Socket socket;
    private final StringBuilder answer = new StringBuilder();
    private boolean ended;

    SlowClient(URI uri, String beginning) throws IOException {
        socket = RawHttp.open(uri);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends some more. */
    void goOn(String more) {
        try {
            socket.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            ended = true;
        }
    }

    /** Whether the core said something to it or closed the connection. */
    boolean isEnded() {
        if (!ended) {
            read(1);
        }
        return ended || answer.length() > 0;
    }

    /** What it was answered, once the core has closed the connection, which it must. */
    int status() {
        while (!ended) {
            if (!read((int) Await.PATIENCE.toMillis())) {
                throw new AssertionError("the connection stayed open: " + answer);
            }
        }
        return new RawHttp.Answer(answer.toString()).status();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            ended = true;
        }
    }

    /** Whether something came, if only the end. */
    private boolean read(int patienceMillis) {
        try {
            socket.setSoTimeout(patienceMillis);
            byte[] buffer = new byte[8192];
            int read = socket.getInputStream().read(buffer);
            ended = read < 0;
            answer.append(new String(buffer, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException reset) {
            // Closed with what we sent unread.
            ended = true;
            return true;
        }
    }
}
