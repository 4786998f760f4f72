package org.byenatos.applifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.app.Scope.PSP_READ;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.byenatos.api.app.App;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AppLifecycleTest {

    @Test
    @Timeout(20)
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
            assertThat(caller.get(10, TimeUnit.SECONDS)).isInstanceOf(Caller.AppItself.class);
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

            assertThat(app.get(10, TimeUnit.SECONDS).app().appId()).isEqualTo("other");
            assertThat(session.get(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(removed.get(10, TimeUnit.SECONDS)).isFalse();
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
        assertThatThrownBy(() -> core.scheduler.admit(app.app())).isInstanceOf(ModuleStoppedException.class);
        assertThat(core.restarted().authenticator.identify(app.apiKey())).isInstanceOf(Caller.AppItself.class);
    }

    @Test
    void expiredSessionsGoByThemselves() throws Exception {
        Core core = new Core();
        core.register("reader", PSP_READ);
        core.open("reader");
        core.clock.pass(Duration.ofDays(1));

        core.module.start();
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
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
    void defaultsAreTheDocumentedOnes() throws ReflectiveOperationException {
        assertThat(defaultOf("requests_per_minute")).isEqualTo(6_000);
        assertThat(defaultOf("pending_apps")).isEqualTo(1_000);
        assertThat(defaultOf("sessions_per_app")).isEqualTo(10_000);
        assertThat(defaultOf("sweep_seconds")).isEqualTo(60);
        assertThat(Settings.of(new Values(6_000, 1_000, 10_000, 60), Set.of("sweep.seconds", "service.pid")))
                .isEqualTo(new Settings(6_000, 1_000, 10_000, Duration.ofSeconds(60)));
    }

    @Test
    void unknownKeysAndValuesOutOfRangeFail() {
        Values right = new Values(1, 1, 1, 1);
        assertThatThrownBy(() -> Settings.of(right, Set.of("sweep.minutes"))).hasMessageContaining("sweep.minutes");
        for (Values wrong : List.of(
                new Values(0, 1, 1, 1),
                new Values(10_000_001, 1, 1, 1),
                new Values(1, 0, 1, 1),
                new Values(1, 1, 1, 0))) {
            assertThatThrownBy(() -> Settings.of(wrong, Set.of())).hasMessageContaining("must be");
        }
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

    private static Object defaultOf(String name) throws ReflectiveOperationException {
        return AppLifecycleConfiguration.class.getMethod(name).getDefaultValue();
    }

    private record Values(int requests_per_minute, int pending_apps, int sessions_per_app, int sweep_seconds)
            implements AppLifecycleConfiguration {
        @Override
        public Class<? extends Annotation> annotationType() {
            return AppLifecycleConfiguration.class;
        }
    }
}
