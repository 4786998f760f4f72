package org.byenatos.gateway.rest.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of the contract. Immutable. */
public final class Route {

    private final String method;
    private final String template;
    private final Handler handler;
    private final List<String> parts;

    /** Answers a request. */
    @FunctionalInterface
    public interface Handler {

        Answer handle(Exchange exchange);
    }

    /**
     * @param method the HTTP method
     * @param template its path below {@code /api/v1} or {@code /v1}; a segment in braces is a parameter
     * @param handler what answers it
     */
    public Route(String method, String template, Handler handler) {
        this.method = method;
        this.template = template;
        this.handler = handler;
        this.parts = List.of(template.substring(1).split("/"));
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** Its path, with parameters in braces. */
    public String template() {
        return template;
    }

    /** What answers it. */
    public Handler handler() {
        return handler;
    }

    /** The path's parameters, {@code null} if the path is not of this route. */
    @Nullable
    Map<String, String> match(List<String> segments) {
        return isOf(segments) ? parameters(segments) : null;
    }

    private boolean isOf(List<String> segments) {
        if (parts.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!isParameter(parts.get(i)) && !parts.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Map<String, String> parameters(List<String> segments) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (isParameter(part)) {
                parameters.put(part.substring(1, part.length() - 1), segments.get(i));
            }
        }
        return parameters;
    }

    private static boolean isParameter(String part) {
        return part.startsWith("{");
    }
}
