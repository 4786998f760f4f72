package org.byenatos.gateway.http.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Refuses every request, on any path, whose {@code Host} does not name this machine or that a page of another site makes:
 * such a page, in a browser on this machine, must not reach the core by DNS rebinding or across origins, unless an app has
 * its site among its origins. Puts the security headers on every answer.
 */
final class HostGuard implements Preprocessor {

    private static final String OTHER_SITES = "Requests from other sites are refused.";
    private static final Pattern OWN_HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    private final Set<String> names;
    private final CrossOrigin pages;

    /**
     * @param names by which this machine is called beside the loopback ones, lower case, without ports
     * @param origins tells of a web site whether an app has it among its origins
     */
    HostGuard(Set<String> names, Predicate<String> origins) {
        this.names = Set.copyOf(names);
        this.pages = new CrossOrigin(origins);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        SecurityHeaders.put(http, answer);
        if (refusal(http.getHeader("Host"), null) == null && pages.admits(http)) {
            pages.serve(http, answer, chain);
            return;
        }
        String refusal = refusal(http);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            answer.setHeader("Connection", "close");
            new Refusal("foreign-origin", "Not allowed", 403, refusal).write(answer);
        }
    }

    private @Nullable String refusal(HttpServletRequest request) {
        String refusal = refusal(request.getHeader("Host"), request.getHeader("Origin"));
        return refusal == null && fetchedByAnotherSite(request) ? OTHER_SITES : refusal;
    }

    @Nullable
    String refusal(@Nullable String host, @Nullable String origin) {
        if (host == null || !isOurs(host)) {
            return "The Host header must name this machine: localhost, 127.0.0.1, [::1] or a name in byenatos.hosts"
                    + " (conf/framework.properties).";
        }
        if (origin != null && !CrossOrigin.isSame(origin, host)) {
            return OTHER_SITES;
        }
        return null;
    }

    private boolean isOurs(String host) {
        return OWN_HOST.matcher(host).matches()
                || names.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", ""));
    }

    /** What browsers say of requests that carry no {@code Origin}, as of images; following a link is nobody's attack. */
    private static boolean fetchedByAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean link = "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && "GET".equals(request.getMethod());
        return site != null && OTHERS.contains(site) && !link;
    }
}
