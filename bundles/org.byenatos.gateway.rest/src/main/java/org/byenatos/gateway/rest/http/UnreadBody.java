package org.byenatos.gateway.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.byenatos.api.error.UnavailableException;

/**
 * What is done with a body that nobody read to its end, as of a call that was refused: it is read on and dropped, within
 * limits of length and time. A connection that closes while its client still sends is reset, and the answer may be lost with
 * it. Where the body is longer or slower, the answer says that the connection ends, so that a client sends no request into a
 * connection that is about to be closed.
 */
final class UnreadBody {

    private static final int LONGEST = 16 * 1024 * 1024;
    private static final long NANOS = Duration.ofSeconds(2).toNanos();

    private UnreadBody() {}

    static void finish(RequestBody body, HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader("Connection") && !body.isRead() && !(isComing(body, request) && ends(body))) {
            response.setHeader("Connection", "close");
        }
    }

    /** Whether the client sends the body unasked, and one of a length that is worth reading. */
    private static boolean isComing(RequestBody body, HttpServletRequest request) {
        return request.getHeader("Expect") == null && body.length() <= LONGEST;
    }

    private static boolean ends(RequestBody body) {
        byte[] dropped = new byte[8 * 1024];
        long start = System.nanoTime();
        long bytes = 0;
        try {
            while (!body.isRead() && bytes <= LONGEST && System.nanoTime() - start < NANOS) {
                bytes += Math.max(0, body.read(dropped));
            }
            return body.isRead();
        } catch (IOException | UnavailableException gone) {
            return false;
        }
    }
}
