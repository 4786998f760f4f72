package org.byenatos.launcher.trial;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls the REST contract of a core with one token.
 *
 * @param core the connections to it
 * @param token the bearer token
 */
public record Api(Connections core, String token) {

    private static final String BELOW = "/api/v1";

    /** The same core with another token. */
    public Api as(String otherToken) {
        return new Api(core, otherToken);
    }

    /** GET of a path below {@code /api/v1}; fails with {@link TrialFailure} unless it is answered well. */
    public Map<String, Object> get(String path) {
        return send(path, request("GET", path, null, ""));
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
        return send(path, request("POST", path, type, text));
    }

    private Connections.Request request(String method, String path, @Nullable String type, String body) {
        return new Connections.Request(method, BELOW + path, token, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> send(String path, Connections.Request request) {
        try {
            Connections.Response response = core.send(request);
            if (response.status() >= 300) {
                throw new TrialFailure(path + " answered " + response.status() + ": " + response.body());
            }
            return JSON.std.mapFrom(response.body());
        } catch (IOException unreachable) {
            throw new TrialFailure("The core at " + core.base() + " did not answer: " + unreachable.getMessage());
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
