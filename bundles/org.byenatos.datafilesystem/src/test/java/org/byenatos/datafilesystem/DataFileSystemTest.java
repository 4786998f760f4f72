package org.byenatos.datafilesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.datafilesystem.Records.record;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordBin;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.psp.PspHistory;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.api.state.StateStore;
import org.byenatos.api.upkeep.DataUpkeep;
import org.byenatos.api.upkeep.UserArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class DataFileSystemTest {
    private static final Set<Class<?>> SERVICES = Set.of(
            HinataStorage.class,
            JobRepository.class,
            StateStore.class,
            PspRepository.class,
            PspHistory.class,
            RecordBin.class,
            UserArchive.class,
            DataUpkeep.class);

    private final Map<Class<?>, Object> registered = new ConcurrentHashMap<>();
    private final JceVault vault = new JceVault();

    @TempDir
    private Path home;

    @Test
    void aSuccessorTakesOverFromAPredecessorThatStops() throws InterruptedException {
        DataFileSystem first = start();
        HinataStorage before = await(HinataStorage.class);
        before.submit("owner", "app", List.of(record("r1", "a note")), "j1");
        first.stop();
        assertThat(registered).isEmpty();
        assertThatThrownBy(() -> before.count("owner")).isInstanceOf(ModuleStoppedException.class);

        DataFileSystem second = start();

        assertThat(await(HinataStorage.class).count("owner")).isEqualTo(1);
        assertThat(registered.keySet()).isEqualTo(SERVICES);
        assertThat(home.resolve("data").resolve("derby")).isDirectory();
        second.stop();
    }

    @Test
    void aDatabaseThatDoesNotOpenOffersNothingAndStopsWell() throws InterruptedException {
        DataFileSystem ours = start();
        await(HinataStorage.class);
        ours.stop();

        DataFileSystem stranger = new DataFileSystem(context(), configuration(), Map.of(), JceVault.ofAnotherHome());
        stranger.start();
        stranger.stop();

        assertThat(registered).isEmpty();
    }

    @Test
    void aDatabaseThatDoesNotOpenIsTriedAgain() throws Exception {
        Path derby = Files.createDirectories(home.resolve("data")).resolve("derby");
        Files.writeString(derby, "no folder");
        DataFileSystem module = start();
        Thread.sleep(1_000);
        assertThat(registered).isEmpty();
        Files.delete(derby);

        assertThat(await(HinataStorage.class).count("owner")).isZero();
        module.stop();
    }

    @Test
    void anUnknownSettingFails() {
        assertThatThrownBy(() -> new DataFileSystem(context(), configuration(), Map.of("conections", 8), vault))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conections");
    }

    private DataFileSystem start() {
        Map<String, Object> properties = Map.of("connections", 8, "service.pid", "org.byenatos.datafilesystem");
        DataFileSystem module = new DataFileSystem(context(), configuration(), properties, vault);
        module.start();
        return module;
    }

    private <T> T await(Class<T> service) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!registered.keySet().containsAll(SERVICES) && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return service.cast(registered.get(service));
    }

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "getProperty":
                            return home.toString();
                        case "registerService":
                            registered.put((Class<?>) arguments[0], arguments[1]);
                            return registration((Class<?>) arguments[0]);
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private ServiceRegistration<?> registration(Class<?> service) {
        return (ServiceRegistration<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServiceRegistration.class},
                (self, method, arguments) -> registered.remove(service));
    }

    /** The defaults. */
    private static DataFileSystemConfiguration configuration() {
        return (DataFileSystemConfiguration) Proxy.newProxyInstance(
                DataFileSystemConfiguration.class.getClassLoader(),
                new Class<?>[] {DataFileSystemConfiguration.class},
                (self, method, arguments) -> method.getDefaultValue());
    }
}
