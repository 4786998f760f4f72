package org.byenatos.launcher;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks a core whether it is ready. By a bare socket: loading an HTTP client takes longer than the core to start. */
public final class Readiness {

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final String CRITICAL = "CRITICAL";
    private static final Pattern READY = Pattern.compile("\"ready\"\\s*:\\s*true");

    private Readiness() {}

    /**
     * What a core says about itself.
     *
     * @param ready whether it serves
     * @param text why not
     */
    public record Answer(boolean ready, String text) {

        /** Why it will not become ready by itself, if a check says so, such as that of the keys. */
        public Optional<String> hopeless() {
            int start = text.indexOf('{');
            if (start < 0 || !text.contains(CRITICAL)) {
                return Optional.empty();
            }
            List<String> reasons = new ArrayList<>();
            try {
                gather(JSON.std.anyFrom(text.substring(start)), reasons);
            } catch (IOException e) {
                return Optional.empty();
            }
            return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", reasons));
        }

        private static void gather(@Nullable Object part, List<String> reasons) {
            if (part instanceof Collection<?> items) {
                items.forEach(item -> gather(item, reasons));
            } else if (part instanceof Map<?, ?> members) {
                if (CRITICAL.equals(members.get("status")) && members.get("message") instanceof String message) {
                    reasons.add(message);
                }
                gather(members.values(), reasons);
            }
        }
    }

    /** Asks once. The checks of health, which come up last, are asked only why it is not ready. */
    public static Answer ask(int port) {
        try {
            return serves(port) ? new Answer(true, "") : new Answer(false, get(port, "/health/ready"));
        } catch (IOException | UncheckedIOException e) {
            return new Answer(false, e.toString());
        }
    }

    /** Asks once, and not why: running the checks of health takes longer than the rest. */
    static boolean isReady(int port) {
        try {
            return serves(port);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean serves(int port) throws IOException {
        return READY.matcher(get(port, "/api/v1/status")).find();
    }

    private static String get(int port, String path) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(Ports.socketAddress(port), TIMEOUT_MILLIS);
            String request = "GET " + path + " HTTP/1.0\r\nHost: " + Ports.HOST + ":" + port + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader response =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return response.lines()
                    .dropWhile(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"))
                    .strip();
        }
    }
}
