package org.byenatos.datafilesystem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordBin;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.psp.PspHistory;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.search.DataIndex;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.state.StateStore;
import org.byenatos.api.upkeep.DataUpkeep;
import org.byenatos.api.upkeep.UserArchive;
import org.byenatos.datafilesystem.store.Store;
import org.byenatos.datafilesystem.upkeep.Upkeeper;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
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
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final BundleContext context;
    private final DataFileSystemSettings settings;
    private final KeyVault vault;
    private final CallGate gate = new CallGate("DataFileSystem", DRAIN);
    private final ServiceSlot<DataIndex> index = ServiceSlot.of("The search index");
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Flag stopping = new Flag();
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
        stopping.set();
        opener.join();
        registrations.forEach(ServiceRegistration::unregister);
        gate.close();
        if (store != null) {
            store.close();
        }
    }

    /** Tries again and again, longer and longer after each failure: what keeps it from opening may pass. */
    private void open() {
        Duration wait = FIRST_WAIT;
        while (!stopping.get()) {
            try {
                offer(new Home(Path.of(context.getProperty("byenatos.home")), settings, vault));
                return;
            } catch (RuntimeException failed) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "The database is not open, and will be tried again in " + wait.toSeconds() + " s: "
                                + failed.getMessage(),
                        failed);
            }
            stopping.await(wait);
            wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    private void offer(Home home) {
        Store opened = home.open();
        store = opened;
        Upkeeper upkeeper = home.upkeeper(opened, new DerivedIndex(index, opened.hinata()));
        offer(StateStore.class, opened.state());
        offer(JobRepository.class, opened.jobs());
        offer(PspRepository.class, opened.psp());
        offer(PspHistory.class, opened.pspHistory());
        offer(RecordBin.class, opened.bin());
        offer(UserArchive.class, upkeeper);
        offer(DataUpkeep.class, upkeeper);
        offer(HinataStorage.class, opened.hinata());
    }

    private <T> void offer(Class<T> service, T implementation) {
        registrations.add(context.registerService(service, Gated.of(service, implementation, gate), null));
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindDataIndex(DataIndex service) {
        index.bind(service);
    }

    void unbindDataIndex(DataIndex service) {
        index.unbind(service);
    }
}
