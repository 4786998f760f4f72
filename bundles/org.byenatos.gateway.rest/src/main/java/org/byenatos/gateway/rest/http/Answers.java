package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.byenatos.gateway.rest.json.Mappers;

/** Writes answers. */
final class Answers {

    private Answers() {}

    static void write(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        answer.headers().forEach(response::setHeader);
        if (answer.body() == null) {
            return;
        }
        byte[] bytes = Mappers.JSON.writeValueAsBytes(answer.body());
        response.setContentType(answer.contentType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
