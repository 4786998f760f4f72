package org.byenatos.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.Scheduler;

/** Holds all connectors of a server to the limits. Thread-safe. */
final class Limits implements AutoCloseable {

    private static final long EVERY_SECONDS = 1;

    private final Server server;
    private final SlowHeads slowHeads;
    private final NetworkConnectionLimit most;
    private volatile boolean closed;

    Limits(Server server, Settings settings) {
        this.server = server;
        this.slowHeads = new SlowHeads(this::connections, settings.head(), System::nanoTime);
        this.most = new NetworkConnectionLimit(settings.mostConnections(), server);
    }

    /** Begins to look at connections. */
    void start() {
        server.addManaged(most);
        again();
    }

    @Override
    public void close() {
        closed = true;
        server.removeBean(most);
    }

    private List<EndPoint> connections() {
        List<EndPoint> all = new ArrayList<>();
        for (var connector : server.getConnectors()) {
            all.addAll(connector.getConnectedEndPoints());
        }
        return all;
    }

    private void again() {
        Scheduler scheduler = server.getScheduler();
        if (!closed && scheduler.isRunning()) {
            scheduler.schedule(this::sweep, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void sweep() {
        if (!closed) {
            slowHeads.run();
            again();
        }
    }
}
