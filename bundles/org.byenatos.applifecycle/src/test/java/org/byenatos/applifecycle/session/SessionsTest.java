package org.byenatos.applifecycle.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.byenatos.api.app.Scope.AI_COMPUTE;
import static org.byenatos.api.app.Scope.PSP_READ;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.Session;
import org.byenatos.api.app.SessionRequest;
import org.byenatos.api.app.User;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.security.TokenKind;
import org.byenatos.applifecycle.Core;
import org.byenatos.applifecycle.MemoryStateStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final Core core = new Core();

    @BeforeEach
    void registerAnApp() {
        core.register("reader", PSP_READ, AI_COMPUTE);
    }

    @Test
    void aSessionIsTheAppActingForTheUser() {
        NewSession opened = core.open("reader", "{\"mood\":\"calm\"}");

        Session session = opened.session();
        assertThat(session.appId()).isEqualTo("reader");
        assertThat(session.userId()).isEqualTo(User.OWNER);
        assertThat(session.createdAt()).isEqualTo(core.clock.instant());
        assertThat(session.expiresAt()).isEqualTo(core.clock.instant().plusSeconds(3_600));
        assertThat(session.context()).isEqualTo(new Json("{\"mood\":\"calm\"}"));
        assertThat(opened.scopes()).containsExactlyInAnyOrder(PSP_READ, AI_COMPUTE);
        assertThat(TokenKind.of(opened.token())).isEqualTo(TokenKind.SESSION);
        assertThat(core.authenticator.identify(opened.token()))
                .isEqualTo(new Caller.AppForUser(
                        core.apps.find("reader").orElseThrow(), session, Set.of(PSP_READ, AI_COMPUTE)));
        assertThat(core.sessions.find(session.sessionId())).contains(session);
    }

    @Test
    void itOutlivesARestartWithItsContext() {
        NewSession plain = core.open("reader");
        NewSession opened = core.open("reader", "{\"mood\":\"calm\"}");
        Json context = core.sessions.updateContext(opened.session().sessionId(), new Json("{\"place\":\"train\"}"));

        Core later = core.restarted();

        assertThat(context.text()).isEqualTo("{\"mood\":\"calm\",\"place\":\"train\"}");
        assertThat(later.sessions
                        .find(opened.session().sessionId())
                        .orElseThrow()
                        .context())
                .isEqualTo(context);
        assertThat(session(later, opened.token()).context()).isEqualTo(context);
        assertThat(session(later, plain.token())).isEqualTo(plain.session());
    }

    @Test
    void aFirstContextIsStored() {
        NewSession opened = core.open("reader");
        core.sessions.updateContext(opened.session().sessionId(), new Json("{\"a\":1}"));

        assertThat(session(core, opened.token()).context().text()).isEqualTo("{\"a\":1}");
        assertThat(session(core.restarted(), opened.token()).context().text()).isEqualTo("{\"a\":1}");
    }

    @Test
    void contextsOfManySessionsAreNotMixedUpNorLost() {
        String big = "x".repeat(60_000);
        core.register("other", PSP_READ);
        List<NewSession> opened = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            opened.add(core.open("reader", "{\"n\":" + i + ",\"big\":\"" + big + "\"}"));
            opened.add(core.open("other", "{\"n\":" + (100 + i) + ",\"big\":\"" + big + "\"}"));
        }
        Core later = core.restarted();
        for (Core each : List.of(core, later, later)) {
            for (NewSession session : opened) {
                assertThat(session(each, session.token()).context())
                        .isEqualTo(session.session().context());
            }
        }
    }

    @Test
    void aRefusedPatchChangesNothing() {
        NewSession opened = core.open("reader", "{\"a\":1}");
        String id = opened.session().sessionId();

        assertThatThrownBy(() -> core.sessions.updateContext(id, new Json("[]")))
                .isInstanceOf(InvalidInputException.class);
        core.store.failWith(MemoryStateStore.full());
        assertThatThrownBy(() -> core.sessions.updateContext(id, new Json("{\"a\":2}")))
                .isInstanceOf(StorageException.class);
        core.store.failWith(null);

        assertThat(session(core, opened.token()).context().text()).isEqualTo("{\"a\":1}");
    }

    @Test
    void anExpiredSessionIsOverAtOnceAndSweptAway() {
        NewSession opened = core.open("reader", "{\"a\":1}");
        String id = opened.session().sessionId();
        core.clock.pass(Duration.ofSeconds(3_599));
        assertThat(core.authenticator.identify(opened.token())).isInstanceOf(Caller.AppForUser.class);
        core.clock.pass(Duration.ofSeconds(1));

        assertThatThrownBy(() -> core.authenticator.identify(opened.token()))
                .isInstanceOf(UnauthenticatedException.class)
                .hasMessageContaining("expired");
        assertThat(core.sessions.find(id)).isEmpty();
        assertThatThrownBy(() -> core.sessions.updateContext(id, Json.EMPTY_OBJECT))
                .isInstanceOf(NotFoundException.class);
        assertThat(core.sessions.close(id)).isFalse();

        NewSession another = core.open("reader", "{\"a\":1}");
        core.clock.pass(Duration.ofHours(2));
        NewSession present = core.open("reader", "{\"a\":1}");
        core.sweep();
        assertThat(core.store.list("session").keySet())
                .extracting(key -> key.id())
                .containsExactly(present.session().sessionId());
        assertThat(core.store.list("session_context")).hasSize(1);
        assertThatThrownBy(() -> core.authenticator.identify(another.token()))
                .isInstanceOf(UnauthenticatedException.class);
        assertThat(core.authenticator.identify(present.token())).isInstanceOf(Caller.AppForUser.class);
    }

    @Test
    void theSweepTakesTheContextOfARevokedSessionAndLeavesTheReason() {
        NewSession opened = core.open("reader", "{\"secret\":1}");
        core.users.revoke(User.OWNER, "reader");

        core.sweep();

        assertThat(core.store.list("session_context")).isEmpty();
        for (Core each : List.of(core, core.restarted())) {
            assertThatThrownBy(() -> each.authenticator.identify(opened.token()))
                    .isInstanceOf(PermissionDeniedException.class);
        }
        core.clock.pass(Duration.ofHours(1));
        core.sweep();
        assertThat(core.store.list("session")).isEmpty();
    }

    @Test
    void aClosedSessionIsOver() {
        NewSession opened = core.open("reader", "{\"a\":1}");

        assertThat(core.sessions.close(opened.session().sessionId())).isTrue();

        assertThat(core.sessions.close(opened.session().sessionId())).isFalse();
        assertThatThrownBy(() -> core.authenticator.identify(opened.token()))
                .isInstanceOf(UnauthenticatedException.class);
        assertThat(core.store.list("session")).isEmpty();
        assertThat(core.store.list("session_context")).isEmpty();
        assertThatThrownBy(() -> core.restarted().authenticator.identify(opened.token()))
                .isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void openSessionsOfAnAppAreBounded() {
        List<NewSession> opened = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            opened.add(core.open("reader"));
            core.clock.pass(Duration.ofMinutes(1));
        }

        LimitExceededException refused = catchThrowableOfType(LimitExceededException.class, () -> core.open("reader"));
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(52));

        core.register("other", PSP_READ);
        core.open("other");
        core.sessions.close(opened.get(0).session().sessionId());
        core.open("reader");
        assertThatThrownBy(() -> core.open("reader")).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> core.restarted().open("reader")).isInstanceOf(LimitExceededException.class);

        core.clock.pass(Duration.ofHours(2));
        core.open("reader");
    }

    @Test
    void revokedSessionsMakeRoom() {
        for (int i = 0; i < 8; i++) {
            core.open("reader");
        }
        core.users.revoke(User.OWNER, "reader");
        core.users.grant(new Grant(User.OWNER, "reader", Set.of(PSP_READ), null));

        core.open("reader");
    }

    @Test
    void aOneTimeGrantIsGoodForOneSession() {
        core.users.grant(new Grant(User.OWNER, "reader", Set.of(PSP_READ), null, true));
        NewSession only = core.open("reader");

        for (Core again : List.of(core, core.restarted())) {
            assertThatThrownBy(() -> again.open("reader"))
                    .isInstanceOf(PermissionDeniedException.class)
                    .hasMessageContaining("used up");
            assertThat(again.authenticator.identify(only.token())).isInstanceOf(Caller.AppForUser.class);
        }
        core.sessions.close(only.session().sessionId());
        assertThatThrownBy(() -> core.open("reader")).isInstanceOf(PermissionDeniedException.class);
        core.sweep();
        assertThat(core.users.grant(User.OWNER, "reader")).isEmpty();
        assertThatThrownBy(() -> core.open("reader")).isInstanceOf(PermissionDeniedException.class);
        core.users.grant(new Grant(User.OWNER, "reader", Set.of(PSP_READ), null, true));
        core.open("reader");
    }

    @Test
    void aNewOneTimeGrantBeginsAnewAndAnUnlimitedOneCarriesOn() {
        core.users.grant(new Grant(User.OWNER, "reader", Set.of(PSP_READ), null, true));
        String first = core.open("reader").token();
        core.users.grant(new Grant(User.OWNER, "reader", Set.of(PSP_READ), null, true));
        String second = core.open("reader").token();

        assertThatThrownBy(() -> core.authenticator.identify(first)).isInstanceOf(PermissionDeniedException.class);
        core.users.grant(new Grant(User.OWNER, "reader", Set.of(PSP_READ), null, false));
        assertThat(core.authenticator.identify(second)).isInstanceOf(Caller.AppForUser.class);
        core.open("reader");
    }

    @Test
    void aOneTimeGrantIsUsedByOneOfManyThatOpenAtOnce() throws InterruptedException {
        core.users.grant(new Grant(User.OWNER, "reader", Set.of(PSP_READ), null, true));
        AtomicInteger opened = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                try {
                    core.open("reader");
                    opened.incrementAndGet();
                } catch (PermissionDeniedException usedUp) {
                    // As it should be for all but one.
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(opened).hasValue(1);
    }

    @Test
    void whatAnAppIsDoingIsWhatItsContextSays() {
        String id = core.open("reader", "{\"task\":\" packing \",\"page\":3}")
                .session()
                .sessionId();
        assertThat(core.sessions.activity(id)).isEqualTo("packing");

        core.sessions.updateContext(id, new Json("{\"task\":\"writing\",\"about\":{\"titles\":[\"Lisbon\",\"\"]}}"));
        assertThat(core.restarted().sessions.activity(id)).isEqualTo("writing; Lisbon");
        core.sessions.updateContext(id, new Json("{\"task\":\"" + "long ".repeat(2_000) + "\"}"));
        assertThat(core.sessions.activity(id)).hasSize(1_000);
        core.sessions.close(id);
        assertThat(core.sessions.activity(id)).isEmpty();
    }

    @Test
    void whatFailedTakesNoRoom() {
        core.store.failWith(MemoryStateStore.full());
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> core.open("reader")).isInstanceOf(StorageException.class);
        }
        core.store.failWith(null);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> core.sessions.open("reader", request("nobody", Duration.ofHours(1))))
                    .isInstanceOf(PermissionDeniedException.class);
        }

        for (int i = 0; i < 8; i++) {
            core.open("reader");
        }
    }

    @Test
    void requestsAreChecked() {
        for (Duration wrong : List.of(
                Duration.ofMillis(999), Duration.ZERO, Duration.ofDays(30).plusSeconds(1))) {
            assertThatThrownBy(() -> core.sessions.open("reader", request(User.OWNER, wrong)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("/ttl_seconds");
        }
        core.sessions.open("reader", request(User.OWNER, Duration.ofSeconds(1)));
        core.sessions.open("reader", request(User.OWNER, Duration.ofDays(30)));
        assertThatThrownBy(() -> core.open("reader", "[]"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/context");
        assertThatThrownBy(() -> core.open("nobody")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyHashesOfTokensAreStored() {
        core.users.create("mei", "Mei");
        core.apps.rotateKey("reader", null);
        core.open("reader", "{\"a\":1}");

        String stored = core.store.all().toString() + texts();
        assertThat(core.tokens.minted()).hasSize(4).noneMatch(stored::contains);
        assertThat(texts()).contains(core.tokens.hash(core.tokens.minted().get(3)));
    }

    private String texts() {
        return core.store.all().values().stream().map(Json::text).toList().toString();
    }

    private static Session session(Core core, String token) {
        return ((Caller.AppForUser) core.authenticator.identify(token)).session();
    }

    private static SessionRequest request(String userId, Duration ttl) {
        return new SessionRequest(userId, ttl, Json.EMPTY_OBJECT);
    }
}
