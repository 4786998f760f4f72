package org.byenatos.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Talks REST to a running core with one token.
 *
 * @param http the connections
 * @param base the core's address
 * @param token the bearer token, {@code null} for none
 */
public record Client(HttpClient http, URI base, String token) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** An answer: its status, its headers and its body as JSON (null node if there is none). */
    public record Reply(int status, Map<String, List<String>> headers, JsonNode body) {

        /** The body of an answer that must have this status. */
        public JsonNode expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", was " + status + ": " + body);
            }
            return body;
        }
    }

    /** The same core with another token. */
    public Client as(String otherToken) {
        return new Client(http, base, otherToken);
    }

    /** A session of a new app with these scopes on user {@code owner}; this client must hold the owner's token. */
    public Client session(String appId, String... scopes) {
        JsonNode app = post(
                        "/apps",
                        Map.of(
                                "app_id",
                                appId,
                                "name",
                                appId,
                                "version",
                                "1",
                                "scopes",
                                scopes,
                                "requests_per_minute",
                                10_000_000))
                .expect(201);
        JsonNode session = as(app.get("api_key").asText())
                .post("/sessions", Map.of("ttl_seconds", 3600))
                .expect(201);
        return as(session.get("token").asText());
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    public Reply post(String path, Object body) {
        return send("POST", path, "application/json", write(body));
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, "application/json", write(body));
    }

    public Reply patch(String path, Object body) {
        return send("PATCH", path, "application/json", write(body));
    }

    public Reply send(String method, String path, String contentType, String body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A creation that may be repeated. */
    public Reply repeatable(String idempotencyKey, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        String whole = path.startsWith("/health") || path.startsWith("/system") ? path : "/api/v1" + path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(whole)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (type.contains("ndjson")) {
                return new Reply(
                        response.statusCode(),
                        response.headers().map(),
                        JSON.getNodeFactory().textNode(response.body()));
            }
            JsonNode body = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
            return new Reply(response.statusCode(), response.headers().map(), body);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
