package org.byenatos.launcher.demo;

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
record Api(HttpClient http, URI base, String token) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The same core with another token. */
    Api as(String otherToken) {
        return new Api(http, base, otherToken);
    }

    Map<String, Object> get(String path) {
        return send(path, request(path).GET().build());
    }

    Map<String, Object> post(String path, Map<String, ?> body) {
        return send(
                path,
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(write(body)))
                        .build());
    }

    Map<String, Object> postLines(String path, String lines) {
        return send(
                path,
                request(path)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(lines))
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
                throw new DemoFailure(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.std.mapFrom(response.body());
        } catch (IOException unreachable) {
            throw new DemoFailure("The core at " + base + " did not answer: " + unreachable.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted.");
        }
    }

    private static String write(Map<String, ?> body) {
        try {
            return JSON.std.asString(body);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
