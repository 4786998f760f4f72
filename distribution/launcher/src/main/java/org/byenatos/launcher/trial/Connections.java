package org.byenatos.launcher.trial;

import java.io.IOException;
import java.net.URI;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one core that stay open between calls, one for each call at a time. They take little of the processors
 * that they share with the core: the JDK's own client took more than a query itself. Thread-safe.
 */
public final class Connections {

    private final URI base;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    /** @param base the core's address */
    public Connections(URI base) {
        this.base = base;
    }

    /** The core's address. */
    public URI base() {
        return base;
    }

    /**
     * Makes a call on a connection that is free, or on a new one.
     *
     * @throws IOException if the core does not answer
     */
    public Response send(Request request) throws IOException {
        Connection used = idle.pollFirst();
        Response response = used == null ? null : tried(used, request);
        return response != null ? response : kept(new Connection(base), request);
    }

    /** The answer on a connection that was used before; {@code null} if the core has closed it meanwhile. */
    private @Nullable Response tried(Connection used, Request request) throws IOException {
        try {
            return kept(used, request);
        } catch (Connection.ClosedException closed) {
            return null;
        }
    }

    private Response kept(Connection connection, Request request) throws IOException {
        Response response = connection.send(request);
        if (connection.stays()) {
            idle.addFirst(connection);
        }
        return response;
    }

    /**
     * What is asked.
     *
     * @param method of HTTP
     * @param path with the query
     * @param token the bearer token, {@code null} for none
     * @param contentType of the body, {@code null} if there is none
     * @param body may be empty
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Request(
            String method,
            String path,
            @Nullable String token,
            @Nullable String contentType,
            byte[] body) {}

    /**
     * What is answered.
     *
     * @param status of HTTP
     * @param body as text
     */
    public record Response(int status, String body) {}
}
