package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits a request's path, so that an encoded slash stays within its segment. */
final class Paths {

    private Paths() {}

    static List<String> segments(HttpServletRequest request) {
        String raw = request.getRequestURI();
        String below = raw.substring(Math.min(
                raw.length(),
                request.getContextPath().length() + request.getServletPath().length()));
        List<String> segments = new ArrayList<>();
        for (String part : below.split("/")) {
            if (!part.isEmpty()) {
                segments.add(decode(part));
            }
        }
        return segments;
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw BadRequest.noRoute("with a broken escape in it");
        }
    }
}
