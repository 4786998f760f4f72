package org.byenatos.gateway.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Adds the listener with TLS, where it is configured, and holds all listeners to the limits on slow and on many clients.
 * The server asks for a connector and hands itself over; where there is no TLS it gets one that listens nowhere.
 */
@Component(service = ConnectorFactory.class, configurationPid = Settings.PID, immediate = true)
@Designate(ocd = HttpConfigurationType.class)
public final class Transport implements ConnectorFactory {

    private static final System.Logger LOG = System.getLogger(Transport.class.getName());

    private final Settings settings;
    private final Path home;
    private final List<String> names;
    private final List<AutoCloseable> running = new CopyOnWriteArrayList<>();

    /**
     * @param context where the home folder and this machine's further names are told
     * @param type what is configured
     * @param keys the names that are set, to find misspelt ones
     */
    @Activate
    public Transport(BundleContext context, HttpConfigurationType type, Map<String, Object> keys) {
        this.settings = Settings.of(type, keys.keySet());
        this.home = Path.of(context.getProperty("byenatos.home"));
        this.names = Stream.ofNullable(context.getProperty("byenatos.hosts"))
                .flatMap(hosts -> Stream.of(hosts.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public Connector createConnector(Server server) {
        Limits limits = new Limits(server, settings);
        running.add(limits);
        limits.start();
        if (!settings.tls()) {
            return new LocalConnector(server);
        }
        TlsListener listener = new TlsListener(server, settings, CertificateSource.of(settings, home, names));
        running.add(listener);
        LOG.log(System.Logger.Level.INFO, "TLS on {0}:{1}", settings.host(), Integer.toString(settings.port()));
        return listener.connector();
    }

    @Deactivate
    void stop() throws Exception {
        for (AutoCloseable part : running) {
            part.close();
        }
    }
}
