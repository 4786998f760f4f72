package org.byenatos.gateway.rest.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the contract.
 *
 * @param method the HTTP method
 * @param template its path below {@code /api/v1} or {@code /v1}; a segment in braces is a parameter
 * @param handler what answers it
 */
public record Route(String method, String template, Handler handler) {

    /** Answers a request. */
    @FunctionalInterface
    public interface Handler {

        Answer handle(Exchange exchange);
    }

    /** The path's parameters, {@code null} if the path is not of this route. */
    @Nullable
    Map<String, String> match(List<String> segments) {
        String[] parts = template.substring(1).split("/");
        if (parts.length != segments.size()) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith("{")) {
                parameters.put(parts[i].substring(1, parts[i].length() - 1), segments.get(i));
            } else if (!parts[i].equals(segments.get(i))) {
                return null;
            }
        }
        return parameters;
    }
}
