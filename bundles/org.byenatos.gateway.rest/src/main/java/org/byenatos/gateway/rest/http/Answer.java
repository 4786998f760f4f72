package org.byenatos.gateway.rest.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param contentType of the body
 * @param body what Jackson writes, {@code null} for none
 * @param headers further headers
 */
public record Answer(
        int status, String contentType, @Nullable Object body, Map<String, String> headers) {

    private static final String JSON = "application/json";

    public static Answer ok(Object body) {
        return new Answer(200, JSON, body, Map.of());
    }

    public static Answer created(Object body) {
        return new Answer(201, JSON, body, Map.of());
    }

    public static Answer accepted(Object body) {
        return new Answer(202, JSON, body, Map.of());
    }

    /** An answer that is written bit by bit. */
    public static Answer stream(String contentType, Streaming body) {
        return new Answer(200, contentType, body, Map.of());
    }

    public static Answer nothing() {
        return new Answer(204, JSON, null, Map.of());
    }
}
