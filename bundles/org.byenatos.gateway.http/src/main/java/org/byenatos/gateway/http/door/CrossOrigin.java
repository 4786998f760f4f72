package org.byenatos.gateway.http.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Pages of the web sites that apps name as their origins may use the REST contract: Cross-Origin Resource Sharing, as the
 * Fetch standard has it, without cookies. Which app's tokens a page may use, the core sees to.
 */
final class CrossOrigin {

    private static final String API = "/api/v1/";
    private static final String ANSWER_SECONDS = "600";

    private final Predicate<String> origins;

    /** @param origins tells of a web site whether an app has it among its origins */
    CrossOrigin(Predicate<String> origins) {
        this.origins = origins;
    }

    /** Whether an origin is the host that a request names. */
    static boolean isSame(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }

    /** Whether a request is a page's, and may go on. */
    boolean admits(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null
                && !isSame(origin, request.getHeader("Host"))
                && isApi(request.getRequestURI())
                && origins.test(origin);
    }

    /** Answers a browser's question whether the page may, or lets the request go on and the page see the answer. */
    void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
        response.setHeader("Vary", "Origin");
        if (!"OPTIONS".equals(request.getMethod()) || request.getHeader("Access-Control-Request-Method") == null) {
            response.setHeader("Access-Control-Expose-Headers", "Retry-After");
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        response.setHeader(
                "Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, Last-Event-ID");
        response.setHeader("Access-Control-Max-Age", ANSWER_SECONDS);
        if ("true".equals(request.getHeader("Access-Control-Request-Private-Network"))) {
            response.setHeader("Access-Control-Allow-Private-Network", "true");
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Not what a server might take for a way to other paths. */
    private static boolean isApi(String path) {
        return path.startsWith(API)
                && !path.contains("/.")
                && !path.toLowerCase(Locale.ROOT).contains("%2e");
    }
}
