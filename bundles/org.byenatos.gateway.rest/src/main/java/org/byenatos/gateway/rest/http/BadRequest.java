package org.byenatos.gateway.rest.http;

import java.util.Map;

/** A request that breaks HTTP or JSON, before the core sees it. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private BadRequest(Problem problem, Map<String, String> headers) {
        super(problem.title());
        this.problem = problem;
        this.headers = headers;
    }

    static BadRequest notJson(String where) {
        return new BadRequest(
                Problem.of("not-json", "Not JSON", 400, "The body is not well-formed JSON: " + where + "."), Map.of());
    }

    static BadRequest interrupted() {
        return new BadRequest(
                Problem.of(
                        "incomplete",
                        "Incomplete request",
                        400,
                        "The body came too slowly, or ended before its announced length."),
                Map.of("Connection", "close"));
    }

    static BadRequest mediaType(String accepted) {
        return new BadRequest(
                Problem.of(
                        "media-type",
                        "Unsupported media type",
                        415,
                        "Send the body as Content-Type: " + accepted + "."),
                Map.of("Accept", accepted));
    }

    static BadRequest noRoute(String path) {
        return new BadRequest(
                Problem.of("not-found", "Not found", 404, "The contract has no path " + path + "."), Map.of());
    }

    static BadRequest method(String method, String allowed) {
        return new BadRequest(
                Problem.of("method", "Method not allowed", 405, method + " is not one of " + allowed + "."),
                Map.of("Allow", allowed));
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
