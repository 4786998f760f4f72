package org.byenatos.distribution.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.inject.Inject;
import org.byenatos.api.Administration;
import org.byenatos.api.Credential;
import org.byenatos.api.PersonalData;
import org.byenatos.api.PersonalizationQuery;
import org.byenatos.api.VirtualCore;
import org.byenatos.api.ai.AiProcessor;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.ai.model.ModelEngine;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.Pooling;
import org.byenatos.api.app.AppRegistration;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.SessionManager;
import org.byenatos.api.app.SessionRequest;
import org.byenatos.api.common.Json;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Candidate;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Submission;
import org.byenatos.api.hinata.SubmitReceipt;
import org.byenatos.api.psp.MemoryManager;
import org.byenatos.api.psp.Psp;
import org.byenatos.api.psp.PspFormat;
import org.byenatos.api.psp.PspRequest;
import org.byenatos.api.search.DataIndex;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.security.KeyVault;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.util.tracker.ServiceTracker;

/** What only a container shows: every bundle active, every service there, and modules that restart one by one. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {

    private static final List<String> MODULES = List.of(
            "org.byenatos.virtualcore",
            "org.byenatos.personalizationmemory",
            "org.byenatos.applifecycle",
            "org.byenatos.datafilesystem",
            "org.byenatos.localaischeduler");

    private static final List<Class<?>> SERVICES = List.of(
            VirtualCore.class,
            PersonalData.class,
            Administration.class,
            HinataStorage.class,
            DataIndex.class,
            MemoryManager.class,
            AiProcessor.class,
            TokenCounter.class,
            SessionManager.class,
            KeyVault.class,
            ModelEngine.class);

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] distribution() throws IOException {
        Path folder = Path.of("..", "target", "byenatos").toAbsolutePath().normalize();
        Path home = Files.createTempDirectory("byenatos-container");
        Properties shipped = frameworkProperties(folder);
        List<Option> options = new ArrayList<>(List.of(options(
                junitBundles(),
                systemPackages(shipped.getProperty(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA)
                        .split(",")),
                frameworkProperty(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA)
                        .value(shipped.getProperty(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA)),
                systemTimeout(60_000),
                frameworkProperty("byenatos.home").value(home.toString()),
                frameworkProperty("byenatos.version").value("0.1.0"),
                frameworkStartLevel(30),
                frameworkProperty("org.apache.felix.http.host").value("127.0.0.1"),
                frameworkProperty("org.osgi.service.http.port").value(Integer.toString(freePort())),
                frameworkProperty("felix.webconsole.security.providers").value("org.byenatos.console"),
                frameworkProperty("felix.fileinstall.dir")
                        .value(home.resolve("bundles").toString()))));
        for (Features.FeatureBundle bundle : Features.bundles(folder)) {
            options.add(bundle(bundle.jar().toUri().toString())
                    .startLevel(bundle.startLevel())
                    .start(!bundle.isFragment()));
        }
        return options.toArray(Option[]::new);
    }

    @Test
    public void everyBundleIsActive() {
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            assertEquals(bundle.getSymbolicName(), fragment ? Bundle.RESOLVED : Bundle.ACTIVE, bundle.getState());
        }
    }

    @Test
    public void theServicesAreThere() throws Exception {
        for (Class<?> service : SERVICES) {
            assertNotNull(service.getName(), await(service));
        }
    }

    @Test
    public void theEngineFindsItsNatives() throws Exception {
        ModelEngine engine = await("(component.name=org.byenatos.ai.engine.OnnxEngine)");
        ModelSpec spec = new ModelSpec(
                "none",
                ModelTask.EMBEDDING,
                engine.name(),
                Map.of(),
                8,
                64,
                Pooling.NONE,
                false,
                "",
                "",
                List.of(),
                List.of(),
                null);

        assertEquals("onnxruntime", engine.name());
        // It would be UnavailableException if the runtime had not come up.
        assertThrows(ModelRefusedException.class, () -> engine.open(Files.createTempDirectory("none"), spec));
    }

    @Test
    public void theEngineForTablesIsThereToo() throws Exception {
        ModelEngine engine = await("(component.name=org.byenatos.ai.engine.TableEngine)");

        assertEquals("table", engine.name());
    }

    @Test
    public void modulesExportNothing() {
        for (String module : MODULES) {
            assertEquals(module, null, installed(module).getHeaders().get(Constants.EXPORT_PACKAGE));
        }
    }

    @Test
    public void theMainJobWorksAfterEachModuleRestarted() throws Exception {
        // The database is made beside the start, which may take longer than a call waits.
        theServicesAreThere();
        mainJob("first");
        for (String module : MODULES) {
            Bundle bundle = installed(module);
            bundle.stop();
            assertEquals(module, Bundle.RESOLVED, bundle.getState());
            bundle.start();
            mainJob(module.substring(module.lastIndexOf('.') + 1));
        }
    }

    private void mainJob(String name) throws Exception {
        Path token = Path.of(context.getProperty("byenatos.home"), "data", "secrets", "owner.token");
        Credential owner = new Credential(Files.readString(token).strip(), true);
        VirtualCore core = await(VirtualCore.class);
        RegisteredApp app = core.virtualAppRegister(
                owner,
                new AppRegistration(
                        null,
                        name,
                        "1",
                        null,
                        null,
                        Set.of(Scope.HINATA_WRITE, Scope.HINATA_READ, Scope.PSP_READ),
                        null,
                        null));
        NewSession opened = core.virtualSessionCreate(
                new Credential(app.apiKey(), true),
                new SessionRequest("owner", SessionRequest.DEFAULT_TTL, Json.EMPTY_OBJECT));
        Credential session = new Credential(opened.token(), true);

        SubmitReceipt receipt =
                core.hinataDataSubmit(session, new Submission(List.of(Candidate.of(0, record(name))), true));
        List<SearchHit> hits = core.personalizationQuery(
                session,
                new PersonalizationQuery("Where is the " + name + " lantern?", 5, null, RecordFilter.NONE, 0, false));
        Psp psp = core.pspDataRequest(
                session, new PspRequest("lantern", 200, TokenCounter.DEFAULT_ENCODING, PspFormat.MARKDOWN, Set.of()));

        assertTrue(name, receipt.enriched());
        assertEquals(name, "lantern-" + name, hits.get(0).record().record().id());
        assertTrue(name, psp.tokens() > 0 && psp.tokens() <= 200);
    }

    private static HinataRecord record(String name) {
        return new HinataRecord(
                "lantern-" + name,
                Instant.now(),
                "test",
                "The " + name + " lantern hangs by the door.",
                "",
                "test:" + name,
                List.of(),
                Access.SHARED,
                null,
                null,
                null,
                null);
    }

    private <T> T await(Class<T> service) throws Exception {
        return await("(objectClass=" + service.getName() + ")");
    }

    private <T> T await(String filter) throws Exception {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, context.createFilter(filter), null);
        tracker.open();
        try {
            return tracker.waitForService(120_000);
        } finally {
            tracker.close();
        }
    }

    private Bundle installed(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private static Properties frameworkProperties(Path folder) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(folder.resolve("conf").resolve("framework.properties"))) {
            properties.load(file);
        }
        return properties;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
