package org.byenatos.gateway.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * Ends connections whose client sends the head of a request too slowly. The server's own limit is for silence only, and a
 * client that sends a byte now and then is never silent. Confined to the thread that runs it.
 */
final class SlowHeads implements Runnable {

    private final Supplier<? extends Iterable<EndPoint>> connections;
    private final long limitNanos;
    private final LongSupplier nanos;
    private Map<EndPoint, Head> begun = new HashMap<>();

    /** What a connection had when it was first seen in this state. */
    private record Head(long requests, long bytes, long since) {}

    /**
     * @param connections those that are open now
     * @param limit how long a head may take
     * @param nanos the time
     */
    SlowHeads(Supplier<? extends Iterable<EndPoint>> connections, Duration limit, LongSupplier nanos) {
        this.connections = connections;
        this.limitNanos = limit.toNanos();
        this.nanos = nanos;
    }

    @Override
    public void run() {
        long now = nanos.getAsLong();
        Map<EndPoint, Head> still = new HashMap<>();
        for (EndPoint endPoint : connections.get()) {
            Connection connection = endPoint.getConnection();
            if (connection != null && connection.getMessagesIn() <= connection.getMessagesOut()) {
                look(endPoint, connection, now, still);
            }
        }
        begun = still;
    }

    /** Bytes that came after the last whole request, and no whole request since, are a head on its way. */
    private void look(EndPoint endPoint, Connection connection, long now, Map<EndPoint, Head> still) {
        Head before = begun.get(endPoint);
        if (before == null || before.requests() != connection.getMessagesIn()) {
            long bytes = connection.getMessagesIn() == 0 ? 0 : connection.getBytesIn();
            before = new Head(connection.getMessagesIn(), bytes, now);
        } else if (connection.getBytesIn() == before.bytes()) {
            before = new Head(before.requests(), before.bytes(), now);
        }
        if (now - before.since() > limitNanos) {
            endPoint.close();
        } else {
            still.put(endPoint, before);
        }
    }
}
