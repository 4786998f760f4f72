package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * What is done with a body that nobody read, as of a call that was refused: a short one is read to its end, so that the
 * connection serves the next request; otherwise the answer says that the connection ends, so that a client sends no request
 * into a connection that is about to be closed.
 */
final class UnreadBody {

    private static final int SHORT = 64 * 1024;

    private UnreadBody() {}

    static void finish(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader("Connection") && hasBody(request) && !readToEnd(request)) {
            response.setHeader("Connection", "close");
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean readToEnd(HttpServletRequest request) {
        try (InputStream in = RequestBody.of(request)) {
            return request.getInputStream().isFinished()
                    || (request.getHeader("Expect") == null && in.readNBytes(SHORT).length < SHORT);
        } catch (IOException gone) {
            return false;
        }
    }
}
