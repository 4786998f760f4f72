package org.byenatos.gateway.http.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A problem document of RFC 9457 for a request that no gateway sees. Its texts are ours: nothing in them needs escaping.
 *
 * @param kind the last part of its type
 * @param title the kind of problem, in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do next
 */
record Refusal(String kind, String title, int status, String detail) {

    private static final String DOCUMENT =
            "{\"type\":\"urn:byenatos:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}";

    void write(HttpServletResponse response) throws IOException {
        byte[] document = DOCUMENT.formatted(kind, title, status, detail).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
