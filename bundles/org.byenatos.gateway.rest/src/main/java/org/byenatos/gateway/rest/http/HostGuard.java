package org.byenatos.gateway.rest.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Refuses every request, on any path, whose {@code Host} does not name this machine or whose {@code Origin} is another
 * site: a web page that a browser shows must not reach the core by DNS rebinding or across origins.
 */
public final class HostGuard implements Preprocessor {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("X-Content-Type-Options", "nosniff");
        String refusal = refusal(http.getHeader("Host"), http.getHeader("Origin"));
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            Answers.write(
                    Problem.of("foreign-origin", "Not allowed", 403, refusal).answer(), answer);
        }
    }

    static @Nullable String refusal(@Nullable String host, @Nullable String origin) {
        if (host == null || !Loopback.isOwnHost(host)) {
            return "The Host header must name this machine: localhost, 127.0.0.1 or [::1].";
        }
        if (origin != null && !isSameOrigin(origin, host)) {
            return "Requests from other sites are refused.";
        }
        return null;
    }

    private static boolean isSameOrigin(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }
}
