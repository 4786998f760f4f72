package org.byenatos.launcher;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Commands that a running core carries out for its owner, by the owner's token in the home. */
final class OwnerCalls {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int FIRST_FAILURE = 300;

    private final Home home;

    OwnerCalls(Home home) {
        this.home = home;
    }

    /** {@code byenatos key WORD}. Returns what to print. */
    String key(String word, Map<String, String> environment) throws InterruptedException {
        return switch (word) {
            case "", "show" -> keys(send("GET", "/keys", BodyPublishers.noBody()));
            case "rotate" -> keys(send("POST", "/keys/rotate", BodyPublishers.noBody()));
            case "file" -> keys(send("DELETE", "/keys/passphrase", BodyPublishers.noBody()));
            case "passphrase" -> keys(send("PUT", "/keys/passphrase", body(Passphrase.chosen(environment))));
            default ->
                throw new LaunchException("Unknown: key " + word + ". There are: show, rotate, passphrase, file.");
        };
    }

    /** {@code byenatos audit WORD}. Returns what to print, and whether the log is whole. */
    Verdict audit(String word) throws InterruptedException {
        if (!word.isEmpty() && !word.equals("verify")) {
            throw new LaunchException("Unknown: audit " + word + ". There is: verify.");
        }
        Map<String, Object> report = send("POST", "/audit/verify", BodyPublishers.noBody());
        boolean intact = Boolean.TRUE.equals(report.get("intact"));
        return new Verdict(
                intact,
                intact
                        ? "The audit log is whole: " + report.get("lines") + " lines."
                        : "The audit log was changed: " + report.get("findings"));
    }

    /** What the core answers to a question. */
    Map<String, Object> get(String path) throws InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** What the core answers to a call. */
    Map<String, Object> post(String path, Map<String, Object> body) throws InterruptedException {
        try {
            return send("POST", path, BodyPublishers.ofString(JSON.std.asString(body)));
        } catch (IOException e) {
            throw new LaunchException("Cannot write the request: " + e, e);
        }
    }

    /**
     * What became of a check.
     *
     * @param good whether all is well
     * @param text for a person to read
     */
    record Verdict(boolean good, String text) {}

    private static String keys(Map<String, Object> state) {
        return "The master key comes from: " + state.get("source") + "; last changed " + state.get("changed_at")
                + "; generation " + state.get("generation") + ", keys of users: " + state.get("user_keys") + ".";
    }

    private static BodyPublisher body(Passphrase passphrase) {
        char[] text = passphrase.get();
        try {
            return BodyPublishers.ofString(
                    JSON.std.asString(Map.of("passphrase", text == null ? "" : new String(text))));
        } catch (IOException e) {
            throw new LaunchException("Cannot write the request: " + e, e);
        }
    }

    private Map<String, Object> send(String method, String path, BodyPublisher body) throws InterruptedException {
        if (!HomeLock.isHeld(home)) {
            throw new LaunchException("No core runs on " + home.root() + ". Start it first: byenatos start");
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            home.address().orElseThrow().resolve("/api/v1" + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token())
                    .header("Content-Type", "application/json")
                    .method(method, body)
                    .build();
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, Object> answer = JSON.std.mapFrom(response.body());
            if (response.statusCode() >= FIRST_FAILURE) {
                Object errors = answer.get("errors");
                throw new LaunchException(answer.get("detail") + (errors == null ? "" : " " + errors));
            }
            return answer;
        } catch (IOException e) {
            throw new LaunchException("The core does not answer: " + e, e);
        }
    }

    private String token() throws IOException {
        Path file = home.data().resolve("secrets").resolve("owner.token");
        return Files.readString(file).strip();
    }
}
