package org.byenatos.gateway.rest.http;

import java.util.List;
import java.util.Map;
import org.byenatos.api.error.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A problem document of RFC 9457.
 *
 * @param type names the kind of problem
 * @param title the kind of problem, in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do next
 * @param errors what is wrong where, {@code null} unless the input is
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Violation> errors) {

    private static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(String kind, String title, int status, String detail) {
        return new Problem("urn:byenatos:problem:" + kind, title, status, detail, null);
    }

    Problem with(List<Violation> violations) {
        return new Problem(type, title, status, detail, violations);
    }

    Answer answer() {
        return answer(Map.of());
    }

    Answer answer(Map<String, String> headers) {
        return new Answer(status, CONTENT_TYPE, this, headers);
    }
}
