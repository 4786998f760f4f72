package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Which web site's page makes a request. Whether it may was decided at the door. */
final class WebSite {

    private WebSite() {}

    /** The web site whose page makes a request, {@code null} if it is none or our own. */
    static @Nullable String of(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin == null || isOurs(origin, host) ? null : origin;
    }

    private static boolean isOurs(String origin, @Nullable String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }
}
