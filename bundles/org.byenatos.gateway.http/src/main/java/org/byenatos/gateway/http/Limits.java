package org.byenatos.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.Scheduler;

/** Holds all connectors of a server to the limits. Thread-safe. */
final class Limits implements AutoCloseable {

    private static final long EVERY_SECONDS = 1;

    private final Server server;
    private final Settings settings;
    private final SlowHeads slowHeads;
    private final NetworkConnectionLimit most;
    private volatile boolean closed;

    Limits(Server server, Settings settings) {
        this.server = server;
        this.settings = settings;
        this.slowHeads = new SlowHeads(this::connections, settings.head(), System::nanoTime);
        this.most = new NetworkConnectionLimit(settings.mostConnections(), server);
    }

    /** Begins with the connectors that are there; {@link #on} adds one. */
    void start() {
        for (var connector : server.getConnectors()) {
            if (connector instanceof AbstractConnector there) {
                on(there);
            }
        }
        server.addManaged(most);
        again();
    }

    /** Requests on a connector must come fast enough. */
    void on(AbstractConnector connector) {
        connector.getConnectionFactories().stream()
                .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                .map(HttpConfiguration.ConnectionFactory.class::cast)
                .forEach(
                        factory -> factory.getHttpConfiguration().setMinRequestDataRate(settings.bodyBytesPerSecond()));
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
