package org.byenatos.gateway.http.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The headers that tell browsers to be careful. A servlet that needs another policy sets its own. */
final class SecurityHeaders {

    private static final String CONSOLE = "/system/console";
    private static final String CONSOLE_FILES = CONSOLE + "/res/";

    /** The web console brings scripts and styles within its pages. */
    private static final String CONSOLE_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'none'";

    private static final String POLICY =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private SecurityHeaders() {}

    static void put(HttpServletRequest request, HttpServletResponse answer) {
        String path = request.getRequestURI();
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Content-Security-Policy", path.startsWith(CONSOLE) ? CONSOLE_POLICY : POLICY);
        if (!path.startsWith(CONSOLE_FILES)) {
            answer.setHeader("Cache-Control", "no-store");
        }
        if (request.isSecure()) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
