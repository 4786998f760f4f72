package org.byenatos.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * The framework with the bundles of the distribution. On a home whose cache was filled by the same distribution nothing
 * is installed: the framework takes up what it has, replaced modules included.
 */
final class Container {

    private static final System.Logger LOG = System.getLogger(Container.class.getName());

    /** What the servlet whiteboard registers when its server listens. */
    private static final String HTTP = "(objectClass=org.osgi.service.servlet.runtime.HttpServiceRuntime)";

    private final Distribution distribution;
    private final Home home;
    private final Optional<Passphrase> passphrase;
    private final Framework framework;
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Stamp stamp;
    private final boolean warm;

    /**
     * @param distribution whose bundles
     * @param home whose cache
     * @param port on which they listen
     * @param passphrase what opens the home, if it is locked by one
     */
    Container(Distribution distribution, Home home, int port, Optional<Passphrase> passphrase) {
        this.distribution = distribution;
        this.home = home;
        this.passphrase = passphrase;
        this.stamp = Stamp.of(
                home.cache().resolve("distribution.stamp"),
                distribution.version(),
                distribution.features(),
                distribution.lib());
        this.warm = stamp.isKept();
        if (!warm) {
            wipe(home);
        }
        Map<String, Object> settings = new HashMap<>(new FrameworkSettings(distribution, home, port).properties());
        settings.put("configurator.initial", configuration());
        settings.put("felix.log.logger", new FrameworkLog());
        this.framework = new FrameworkFactory().newFramework(settings);
    }

    /** Where the framework's properties tell which jar of the distribution belongs to which bundle location. */
    static Path shippedFile(Home home) {
        return home.cache().resolve("shipped.properties");
    }

    /** Whether the cache of an earlier start is used. */
    boolean isWarm() {
        return warm;
    }

    /** Readies the framework and its bundles, none of which runs yet. */
    void prepare() {
        try {
            framework.init();
            BundleContext context = framework.getBundleContext();
            context.addFrameworkListener(Container::logFault);
            context.addServiceListener(event -> listening.countDown(), HTTP);
            passphrase.ifPresent(this::offer);
            if (!warm) {
                install(FeatureReader.read(distribution.features()));
                stamp.keep();
            }
        } catch (BundleException | InvalidSyntaxException e) {
            throw fault(e);
        }
    }

    /** Starts everything; returns when the last start level is reached. */
    void start() {
        try {
            framework.start();
        } catch (BundleException e) {
            throw fault(e);
        }
    }

    private static LaunchException fault(Exception e) {
        return new LaunchException("The framework does not start: " + e.getMessage(), e);
    }

    /** Waits until there is an HTTP server, which may answer soon. */
    void awaitListening() throws InterruptedException {
        listening.await();
    }

    /**
     * Waits for the framework's end.
     *
     * @param limit how long to wait
     * @return whether it has stopped
     */
    boolean awaitStop(Duration limit) throws InterruptedException {
        int event = framework.waitForStop(limit.toMillis()).getType();
        return event != FrameworkEvent.WAIT_TIMEDOUT && event != FrameworkEvent.STOPPED_UPDATE;
    }

    /** Links the classes that the bundles have loaded so far. */
    void link(LoadedClasses classes) {
        classes.link(framework.getBundleContext().getBundles());
    }

    /** Asks the framework to stop, and does not wait for it. */
    void stop() {
        try {
            framework.stop();
        } catch (BundleException e) {
            throw new LaunchException("The framework does not stop: " + e.getMessage(), e);
        }
    }

    /** As a service before any bundle starts: framework properties can be seen in the web console. */
    private void offer(Passphrase secret) {
        framework
                .getBundleContext()
                .registerService(
                        Supplier.class, secret, FrameworkUtil.asDictionary(Map.of("byenatos.secret", "passphrase")));
    }

    private static void logFault(FrameworkEvent event) {
        if ((event.getType() & (FrameworkEvent.ERROR | FrameworkEvent.WARNING)) != 0) {
            String bundle = String.valueOf(event.getBundle().getSymbolicName());
            LOG.log(System.Logger.Level.ERROR, "Bundle " + bundle + " fails", event.getThrowable());
        }
    }

    private void install(List<FeatureBundle> bundles) throws BundleException {
        Properties shipped = new Properties();
        for (FeatureBundle listed : bundles) {
            Path jar = listed.in(distribution.lib());
            shipped.setProperty(listed.location(), jar.toString());
            install(listed, jar);
        }
        try (Writer writer = Files.newBufferedWriter(shippedFile(home))) {
            shipped.store(writer, null);
        } catch (IOException e) {
            throw new LaunchException("Cannot write " + shippedFile(home) + ": " + e, e);
        }
    }

    private void install(FeatureBundle listed, Path jar) throws BundleException {
        try (InputStream content = Files.newInputStream(jar)) {
            Bundle bundle = framework.getBundleContext().installBundle(listed.location(), content);
            bundle.adapt(BundleStartLevel.class).setStartLevel(listed.startLevel());
            if (bundle.getHeaders("").get("Fragment-Host") == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        } catch (IOException e) {
            throw new LaunchException("The distribution lacks " + jar + ". Unpack it again.", e);
        }
    }

    private String configuration() {
        Path merged = home.cache().resolve("configuration.json");
        Stamp sources = Stamp.of(home.cache().resolve("configuration.stamp"), "", distribution.conf(), home.conf());
        try {
            if (!sources.isKept() || !Files.exists(merged)) {
                Files.writeString(merged, Configuration.merge(List.of(distribution.conf(), home.conf())));
                sources.keep();
            }
            return Files.readString(merged);
        } catch (IOException e) {
            throw new LaunchException("Cannot write " + merged + ": " + e, e);
        }
    }

    private static void wipe(Home home) {
        try (Stream<Path> files = Files.walk(home.cache())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(home.cache()) && !file.startsWith(home.classes())) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new LaunchException("Cannot clear " + home.cache() + ": " + e, e);
        }
    }
}
