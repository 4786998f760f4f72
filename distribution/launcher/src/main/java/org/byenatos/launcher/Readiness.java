package org.byenatos.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Asks a core whether it is ready. By a bare socket: loading an HTTP client takes longer than the core to start. */
public final class Readiness {

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final String OK = "200";
    private static final String CRITICAL = "\"status\":\"CRITICAL\"";

    private Readiness() {}

    /**
     * What a core says about itself.
     *
     * @param ready whether it serves
     * @param text why not
     */
    public record Answer(boolean ready, String text) {

        /** Whether it will not become ready by itself: a check says so, such as that of the keys. */
        public boolean hopeless() {
            return text.contains(CRITICAL);
        }
    }

    /** Asks once. */
    public static Answer ask(int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(Ports.socketAddress(port), TIMEOUT_MILLIS);
            String request = "GET /health/ready HTTP/1.0\r\nHost: " + Ports.HOST + ":" + port + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return new Answer(false, e.toString());
        }
    }

    private static Answer read(BufferedReader response) throws IOException {
        String status = String.valueOf(response.readLine());
        String[] words = status.split(" ", 3);
        if (words.length > 1 && words[1].equals(OK)) {
            return new Answer(true, status);
        }
        return new Answer(
                false,
                status + "\n"
                        + response.lines()
                                .dropWhile(line -> !line.isEmpty())
                                .collect(Collectors.joining("\n"))
                                .strip());
    }
}
