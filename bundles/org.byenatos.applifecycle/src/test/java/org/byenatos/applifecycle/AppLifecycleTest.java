package org.byenatos.applifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.app.Scope.PSP_READ;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.applifecycle.ipc.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AppLifecycleTest {

    @Test
    @Timeout(120)
    void startsWithoutAStoreAndKnowsTheOwnerAtOnce() {
        Core core = new Core().withoutStore();
        core.module.start();

        assertThat(core.authenticator.identify(TestTokens.OWNER)).isEqualTo(new Caller.Owner());
        assertThat(core.authenticator.identify(null)).isEqualTo(new Caller.Anonymous());
        assertThatThrownBy(() -> core.apps.list()).isInstanceOf(UnavailableException.class);
        core.module.stop();
    }

    @Test
    void callsWaitForAStoreThatComesLater() throws Exception {
        Core before = new Core();
        String key = before.register("reader", PSP_READ).apiKey();
        Core core = before.withoutStore();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Caller> caller = thread.submit(() -> core.authenticator.identify(key));
            Thread.sleep(100);
            assertThat(caller).isNotDone();
            core.module.bindStore(core.store);
            assertThat(caller.get(60, TimeUnit.SECONDS)).isInstanceOf(Caller.AppItself.class);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void readsNeedNoStoreOnceTheTablesAreThere() {
        Core core = new Core();
        String key = core.register("reader", PSP_READ).apiKey();
        String token = core.open("reader", "{\"a\":1}").token();
        core.module.unbindStore(core.store);

        assertThat(core.authenticator.identify(key)).isInstanceOf(Caller.AppItself.class);
        assertThat(core.authenticator.identify(token)).isInstanceOf(Caller.AppForUser.class);
        assertThat(core.apps.list()).hasSize(1);
    }

    @Test
    void aChangeIsDoneOnceWhenTheStoreIsReplacedMeanwhile() throws Exception {
        Core core = new Core();
        core.register("reader", PSP_READ);
        core.store.failWith(new ModuleStoppedException("DataFileSystem"));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<RegisteredApp> app = threads.submit(() -> core.register("other", PSP_READ));
            Future<NewSession> session = threads.submit(() -> core.open("reader"));
            Future<Boolean> removed = threads.submit(() -> core.users.revoke("owner", "nobody"));
            Thread.sleep(100);
            core.store.failWith(null);
            core.module.bindStore(core.store);

            assertThat(app.get(60, TimeUnit.SECONDS).app().appId()).isEqualTo("other");
            assertThat(session.get(60, TimeUnit.SECONDS)).isNotNull();
            assertThat(removed.get(60, TimeUnit.SECONDS)).isFalse();
        } finally {
            threads.shutdownNow();
        }
        assertThat(core.apps.list()).extracting(App::appId).containsExactly("other", "reader");
        assertThat(core.store.list("session")).hasSize(1);
    }

    @Test
    void aStoppedModuleSendsCallersToItsSuccessor() {
        Core core = new Core();
        RegisteredApp app = core.register("reader", PSP_READ);
        core.module.start();
        core.module.stop();

        assertThatThrownBy(() -> core.authenticator.identify(app.apiKey())).isInstanceOf(ModuleStoppedException.class);
        assertThatThrownBy(() -> core.apps.list()).isInstanceOf(ModuleStoppedException.class);
        assertThatThrownBy(() -> core.users.list()).isInstanceOf(ModuleStoppedException.class);
        assertThatThrownBy(() -> core.sessions.find("x")).isInstanceOf(ModuleStoppedException.class);
        assertThatThrownBy(() -> core.scheduler.admit(app.app(), null)).isInstanceOf(ModuleStoppedException.class);
        assertThat(core.restarted().authenticator.identify(app.apiKey())).isInstanceOf(Caller.AppItself.class);
    }

    @Test
    void expiredSessionsGoByThemselves() throws Exception {
        Core core = new Core();
        core.register("reader", PSP_READ);
        core.open("reader");
        core.clock.pass(Duration.ofDays(1));

        core.module.start();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!core.store.list("session").isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        core.module.stop();

        assertThat(core.store.list("session")).isEmpty();
    }

    @Test
    void ofManyThatWantOneIdOneGetsIt() throws Exception {
        Core core = new Core();
        List<Future<Boolean>> tries = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 64; i++) {
                String appId = "app" + i % 4;
                tries.add(threads.submit(() -> registers(core, appId)));
            }
            int succeeded = 0;
            for (Future<Boolean> each : tries) {
                succeeded += each.get() ? 1 : 0;
            }
            assertThat(succeeded).isEqualTo(4);
        } finally {
            threads.shutdownNow();
        }
        assertThat(core.apps.list()).hasSize(4);
    }

    @Test
    void patchesOfOneSessionAreNotLost() throws Exception {
        Core core = new Core();
        core.register("reader", PSP_READ);
        NewSession session = core.open("reader");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Json>> patches = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Json patch = new Json("{\"k" + i + "\":" + i + "}");
                patches.add(threads.submit(
                        () -> core.sessions.updateContext(session.session().sessionId(), patch)));
            }
            for (Future<Json> patch : patches) {
                patch.get();
            }
        } finally {
            threads.shutdownNow();
        }
        String context = core.sessions
                .find(session.session().sessionId())
                .orElseThrow()
                .context()
                .text();
        for (int i = 0; i < 200; i++) {
            assertThat(context).contains("\"k" + i + "\":" + i);
        }
    }

    /** Whoever begins after a revocation has returned is refused, however busy the module is. */
    @Test
    void noneIsLetInAfterARevocationWhileAllAreBusy() throws Exception {
        Core core = new Core();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicBoolean ended = new AtomicBoolean();
        try {
            List<Future<?>> busy = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String appId = "busy" + i;
                String token = tokenOf(core, appId);
                busy.add(threads.submit(() -> {
                    while (!ended.get()) {
                        core.authenticator.identify(token);
                    }
                }));
            }
            for (int i = 0; i < 200; i++) {
                String token = tokenOf(core, "app" + i);
                assertThat(core.authenticator.identify(token)).isInstanceOf(Caller.AppForUser.class);
                core.users.revoke("owner", "app" + i);
                assertThatThrownBy(() -> core.authenticator.identify(token))
                        .isInstanceOf(PermissionDeniedException.class);
            }
            ended.set(true);
            for (Future<?> each : busy) {
                each.get();
            }
        } finally {
            ended.set(true);
            threads.shutdownNow();
        }
    }

    @Test
    void keysAndSessionsAreAllDifferent() {
        Core core = new Core();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            seen.add(core.register("app" + i, PSP_READ).apiKey());
            NewSession session = core.open("app" + i);
            seen.add(session.token());
            seen.add(session.session().sessionId());
        }

        assertThat(seen).hasSize(150);
    }

    @Test
    void secretsStayOutOfText() {
        Core core = new Core();
        RegisteredApp app = core.register("reader", PSP_READ);
        NewSession session = core.open("reader", "{\"mood\":\"calm\"}");

        assertThat(app.toString() + session + session.session())
                .doesNotContain(app.apiKey())
                .doesNotContain(session.token())
                .doesNotContain("calm");
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(Settings.of(configuration(Map.of()), Set.of("sweep.seconds", "service.pid")))
                .isEqualTo(new Settings(
                        new AppLimits(6_000, 10_000_000, 12, 5_000_000, 8L << 30, Priority.NORMAL),
                        6,
                        Duration.ofHours(24),
                        new Retention(5_000, 2 << 20, Duration.ofHours(72)),
                        1_000,
                        10_000,
                        Duration.ofSeconds(60)));
    }

    @Test
    void unknownKeysAndValuesOutOfRangeFail() {
        AppLifecycleConfiguration right = configuration(Map.of());
        assertThatThrownBy(() -> Settings.of(right, Set.of("sweep.minutes"))).hasMessageContaining("sweep.minutes");
        Map<String, List<Object>> wrong = Map.of(
                "requests_per_minute", List.of(0, 10_000_001),
                "concurrent_requests", List.of(0, 1_001),
                "records_per_day", List.of(0L),
                "bytes_per_day", List.of(-1L),
                "running_requests", List.of(0, 1_001),
                "key_overlap_seconds", List.of(-1, 2_592_001),
                "events_per_user", List.of(9, 1_000_001),
                "event_characters_per_user", List.of(99_999),
                "event_hours", List.of(0, 8_761),
                "sweep_seconds", List.of(0, 3_601));
        wrong.forEach((name, values) -> values.forEach(
                value -> assertThatThrownBy(() -> Settings.of(configuration(Map.of(name, value)), Set.of()))
                        .hasMessageContaining(name.replace('_', '.'))));
        assertThatThrownBy(() -> Settings.of(configuration(Map.of("pending_apps", 0)), Set.of()))
                .hasMessageContaining("must be");
    }

    private static String tokenOf(Core core, String appId) {
        core.register(appId, PSP_READ);
        return core.open(appId).token();
    }

    private static boolean registers(Core core, String appId) {
        try {
            core.register(appId, PSP_READ);
            return true;
        } catch (ConflictException taken) {
            return false;
        }
    }

    /** A configuration as the declarative services make one: its defaults but for what is set. */
    private static AppLifecycleConfiguration configuration(Map<String, Object> set) {
        return (AppLifecycleConfiguration) Proxy.newProxyInstance(
                AppLifecycleConfiguration.class.getClassLoader(),
                new Class<?>[] {AppLifecycleConfiguration.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
