package org.byenatos.launcher.trial;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Calls the REST contract of a core with one token.
 *
 * @param http the connections
 * @param base the core's address
 * @param token the bearer token
 */
public record Api(HttpClient http, URI base, String token) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The same core with another token. */
    public Api as(String otherToken) {
        return new Api(http, base, otherToken);
    }

    /** GET of a path below {@code /api/v1}; fails with {@link TrialFailure} unless it is answered well. */
    public Map<String, Object> get(String path) {
        return send(path, request(path).GET().build());
    }

    /** POST of a JSON body, as {@link #get}. */
    public Map<String, Object> post(String path, Map<String, ?> body) {
        return postJson(path, json(body));
    }

    /** POST of a body that is JSON already, as {@link #get}. */
    public Map<String, Object> postJson(String path, String json) {
        return postText(path, "application/json", json);
    }

    /** POST of JSON Lines, as {@link #get}. */
    public Map<String, Object> postLines(String path, String lines) {
        return postText(path, "application/x-ndjson", lines);
    }

    private Map<String, Object> postText(String path, String type, String text) {
        return send(
                path,
                request(path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(text))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private Map<String, Object> send(String path, HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new TrialFailure(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.std.mapFrom(response.body());
        } catch (IOException unreachable) {
            throw new TrialFailure("The core at " + base + " did not answer: " + unreachable.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TrialFailure("Interrupted.");
        }
    }

    /** A body as JSON. */
    public static String json(Map<String, ?> body) {
        try {
            return JSON.std.asString(body);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
