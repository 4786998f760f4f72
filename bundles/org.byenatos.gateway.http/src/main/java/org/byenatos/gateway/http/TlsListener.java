package org.byenatos.gateway.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;

/** A listener with TLS 1.3 and 1.2 that takes up a new certificate while it runs. Thread-safe. */
final class TlsListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TlsListener.class.getName());
    private static final long LOOK_SECONDS = 2;
    private static final long IDLE_MILLIS = 60_000;

    private final CertificateSource source;
    private final Scheduler scheduler;
    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private final ServerConnector connector;
    private volatile boolean closed;

    TlsListener(Server server, Settings settings, CertificateSource source) {
        this.source = source;
        this.scheduler = server.getScheduler();
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        tls.setRenegotiationAllowed(false);
        use(tls, source.load());
        connector = new ServerConnector(
                server,
                1,
                1,
                new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(configuration(server)));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        again();
    }

    ServerConnector connector() {
        return connector;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** As the plain listener is configured. */
    private static HttpConfiguration configuration(Server server) {
        HttpConfiguration plain = server.getConnectors().length == 0
                ? new HttpConfiguration()
                : server.getConnectors()[0]
                        .getConnectionFactory(HttpConnectionFactory.class)
                        .getHttpConfiguration();
        HttpConfiguration secure = new HttpConfiguration(plain);
        // Which names are ours is checked on every request, by the guard of all paths.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        return secure;
    }

    private static void use(SslContextFactory.Server tls, Certificate certificate) {
        tls.setKeyStore(certificate.keyStore());
        tls.setKeyStorePassword(certificate.password());
    }

    private void again() {
        if (!closed && scheduler.isRunning()) {
            scheduler.schedule(this::look, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            if (!closed && connector.isRunning() && source.changed()) {
                Certificate fresh = source.load();
                tls.reload(factory -> use(tls, fresh));
                LOG.log(System.Logger.Level.INFO, "TLS has a new certificate");
            }
        } catch (Exception broken) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The new certificate cannot be used, the earlier one stays: " + broken.getMessage());
        } finally {
            again();
        }
    }
}
