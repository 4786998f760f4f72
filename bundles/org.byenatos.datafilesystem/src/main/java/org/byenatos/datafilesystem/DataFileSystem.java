package org.byenatos.datafilesystem;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.state.StateStore;
import org.byenatos.datafilesystem.derby.DerbyEngine;
import org.byenatos.datafilesystem.derby.DerbySettings;
import org.byenatos.datafilesystem.store.Store;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Opens the database of the home beside the rest of the start, not before it, and offers what is kept in it as services
 * as soon as it is open. Stopping takes the services back, lets calls in flight end, and frees the database for a
 * successor.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = DataFileSystemSettings.PID)
@Designate(ocd = DataFileSystemConfiguration.class)
public final class DataFileSystem {

    private static final System.Logger LOG = System.getLogger(DataFileSystem.class.getName());
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final BundleContext context;
    private final DataFileSystemSettings settings;
    private final KeyVault vault;
    private final CallGate gate = new CallGate("DataFileSystem", DRAIN);
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Thread opener = new Thread(this::open, "byenatos-database");
    private @Nullable Store store;

    /**
     * @param context knows the home
     * @param configuration see there
     * @param properties all keys that are configured
     * @param vault the keys
     */
    @Activate
    public DataFileSystem(
            BundleContext context,
            DataFileSystemConfiguration configuration,
            Map<String, Object> properties,
            @Reference KeyVault vault) {
        this.context = context;
        this.settings = DataFileSystemSettings.of(configuration, properties.keySet());
        this.vault = vault;
    }

    @Activate
    void start() {
        opener.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        opener.join();
        registrations.forEach(ServiceRegistration::unregister);
        gate.close();
        if (store != null) {
            store.close();
        }
    }

    private void open() {
        try {
            Store opened = openStore(Path.of(context.getProperty("byenatos.home")));
            store = opened;
            offer(StateStore.class, opened.state());
            offer(JobRepository.class, opened.jobs());
            offer(PspRepository.class, opened.psp());
            offer(HinataStorage.class, opened.hinata());
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "The database is not open: " + failed.getMessage(), failed);
        }
    }

    private Store openStore(Path home) {
        Path data = home.resolve("data");
        DerbySettings derby = new DerbySettings(
                data.resolve("derby"), home.resolve("logs").resolve("derby.log"), settings.cachePages());
        return Store.open(
                data.resolve("derby.lock"),
                settings.openPatience(),
                () -> DerbyEngine.open(derby, vault::databaseKey),
                settings.connections(),
                vault,
                Clock.systemUTC());
    }

    private <T> void offer(Class<T> service, T implementation) {
        registrations.add(context.registerService(service, Gated.of(service, implementation, gate), null));
    }
}
