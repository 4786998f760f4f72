package org.byenatos.applifecycle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.byenatos.api.app.AppLimits.Changes.NONE;
import static org.byenatos.api.app.Scope.HINATA_READ;
import static org.byenatos.api.app.Scope.HINATA_WRITE;
import static org.byenatos.api.app.Scope.PSP_READ;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.AppRegistration;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.AppUpdate;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.NewKey;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.app.User;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.error.Violation;
import org.byenatos.api.security.TokenKind;
import org.byenatos.api.state.StateKey;
import org.byenatos.applifecycle.Core;
import org.byenatos.applifecycle.MemoryStateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppsTest {

    private static final AppUpdate NOTHING = AppUpdate.NOTHING;

    private final Core core = new Core();

    @Test
    void theOwnersRegistrationIsActiveAndGranted() {
        RegisteredApp registered = core.register("reader", HINATA_WRITE, PSP_READ);

        App app = registered.app();
        assertThat(app)
                .isEqualTo(new App(
                        "reader",
                        "Reader",
                        "1.0",
                        "Ann",
                        "Reads.",
                        Set.of(HINATA_WRITE, PSP_READ),
                        null,
                        Core.SETTINGS_LIMITS,
                        AppStatus.ACTIVE,
                        core.clock.instant()));
        assertThat(TokenKind.of(registered.apiKey())).isEqualTo(TokenKind.APP);
        assertThat(registered.grantedScopes()).containsExactlyInAnyOrder(HINATA_WRITE, PSP_READ);
        assertThat(registered.pendingScopes()).isEmpty();
        assertThat(core.users.grant(User.OWNER, "reader"))
                .contains(new Grant(User.OWNER, "reader", Set.of(HINATA_WRITE, PSP_READ), null));
        assertThat(core.authenticator.identify(registered.apiKey())).isEqualTo(new Caller.AppItself(app));
    }

    @Test
    void aRegistrationByNobodyAwaitsApproval() {
        RegisteredApp registered = core.apps.register(Core.registration("reader", HINATA_READ), false);

        assertThat(registered.app().status()).isEqualTo(AppStatus.PENDING);
        assertThat(registered.grantedScopes()).isEmpty();
        assertThat(registered.pendingScopes()).containsExactly(HINATA_READ);
        assertThat(core.users.grant(User.OWNER, "reader")).isEmpty();
        assertThatThrownBy(() -> core.authenticator.identify(registered.apiKey()))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("approval");
        assertThatThrownBy(() -> core.open("reader")).isInstanceOf(PermissionDeniedException.class);

        assertThat(core.apps.approve("reader").status()).isEqualTo(AppStatus.ACTIVE);
        assertThat(core.open("reader").scopes()).containsExactly(HINATA_READ);
        assertThat(core.authenticator.identify(registered.apiKey())).isInstanceOf(Caller.AppItself.class);
        int writes = core.store.writes();
        assertThat(core.apps.approve("reader").status()).isEqualTo(AppStatus.ACTIVE);
        assertThat(core.store.writes()).isEqualTo(writes);
    }

    @Test
    void appsThatAwaitApprovalAreBounded() {
        for (int i = 0; i < 5; i++) {
            core.apps.register(Core.registration("app" + i), false);
        }

        assertThatThrownBy(() -> core.apps.register(Core.registration("app5"), false))
                .isInstanceOf(LimitExceededException.class);
        core.register("app6");
        core.apps.remove("app0");
        core.apps.register(Core.registration("app5"), false);
    }

    @Test
    void aTakenIdIsRefusedAndTheFirstStays() {
        String key = core.register("reader").apiKey();

        assertThatThrownBy(() -> core.apps.register(Core.registration("reader"), false))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("reader");
        assertThat(core.authenticator.identify(key)).isInstanceOf(Caller.AppItself.class);
    }

    @Test
    void withoutAnIdOneIsMadeFromTheName() {
        AppRegistration wanted =
                new AppRegistration(null, "  Élan & Notes — 日记! ", "1", null, null, Set.of(), null, null);

        String first = core.apps.register(wanted, true).app().appId();
        String second = core.apps.register(wanted, true).app().appId();

        assertThat(first).matches("elan-notes-[a-z0-9]{6}");
        assertThat(second).matches("elan-notes-[a-z0-9]{6}").isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"日记", "!!!", "-", "a"})
    void madeIdsAreValidWhateverTheName(String name) {
        AppRegistration wanted =
                new AppRegistration(null, name.repeat(200 / name.length()), "1", null, null, Set.of(), null, null);

        String appId = core.apps.register(wanted, true).app().appId();

        assertThat(appId).matches("[a-z0-9][a-z0-9._-]{0,99}");
    }

    @Test
    void everythingThatIsWrongIsSaid() {
        AppRegistration wrong = new AppRegistration(
                "Reader",
                " ",
                "1".repeat(51),
                "d".repeat(201),
                "d".repeat(2_001),
                Set.of(),
                "ftp://example.org/hook",
                0);

        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> core.apps.register(wrong, true));

        assertThat(refused.violations())
                .extracting(Violation::pointer)
                .containsExactly(
                        "/app_id",
                        "/name",
                        "/version",
                        "/developer",
                        "/description",
                        "/webhook_url",
                        "/requests_per_minute");
        assertThat(core.store.writes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "a b", "a/b", "ä", "A"})
    void idsThatAreNoneAreRefused(String appId) {
        assertThatThrownBy(() -> core.register(appId)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> core.register("a".repeat(101))).isInstanceOf(InvalidInputException.class);
        assertThat(core.register("a".repeat(100)).app().appId()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hook", "http://", "http:///x", "javascript:alert(1)", "http://exa mple.org", "//example.org"})
    void webhooksMustBeHttp(String url) {
        assertThatThrownBy(() -> core.apps.update(
                        core.register("reader").app().appId(),
                        new AppUpdate(null, null, null, null, url, null, NONE, null, null),
                        true))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "notes.example",
                "https://notes.example/",
                "https://*.example",
                "https://Notes.example",
                "https://a@notes.example",
                "https://notes.example:0",
                "file:///x",
                "https://notes.example:123456"
            })
    void originsAreThoseOfPages(String origin) {
        core.register("reader");
        assertThatThrownBy(() -> core.apps.update("reader", origins(origin), true))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void originsAreKeptAndAreTheOwnersToGive() {
        core.register("reader");
        Set<String> pages = Set.of("https://notes.example", "http://localhost:3000", "chrome-extension://abcdef");
        core.apps.update("reader", origins(pages.toArray(String[]::new)), true);

        assertThat(core.restarted().apps.find("reader").orElseThrow().origins()).isEqualTo(pages);
        assertThatThrownBy(() -> core.apps.update("reader", origins("https://evil.example"), false))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private static AppUpdate origins(String... origins) {
        return new AppUpdate(null, null, null, null, null, null, NONE, Set.of(origins), null);
    }

    @Test
    void sharesAreWithinBounds() {
        assertThat(core.apps.register(share("least", 1), true).app().limits().requestsPerMinute())
                .isOne();
        assertThat(core.apps
                        .register(share("most", 10_000_000), true)
                        .app()
                        .limits()
                        .requestsPerMinute())
                .isEqualTo(10_000_000);
        for (int wrong : new int[] {Integer.MIN_VALUE, 0, 10_000_001}) {
            assertThatThrownBy(() -> core.apps.register(share("wrong", wrong), true))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void anUpdateChangesWhatItNamesAndNothingElse() {
        App before = core.register("reader", PSP_READ).app();

        App after = core.apps.update(
                "reader",
                new AppUpdate(
                        "Reader 2",
                        "2.0",
                        "",
                        null,
                        "https://example.org/hook",
                        null,
                        AppLimits.Changes.requests(60),
                        null,
                        null),
                true);

        assertThat(after)
                .isEqualTo(new App(
                        "reader",
                        "Reader 2",
                        "2.0",
                        null,
                        "Reads.",
                        before.requestedScopes(),
                        "https://example.org/hook",
                        Core.SETTINGS_LIMITS.with(AppLimits.Changes.requests(60)),
                        AppStatus.ACTIVE,
                        before.createdAt()));
        assertThat(core.apps.find("reader")).contains(after);
        assertThat(core.apps.update("reader", NOTHING, true)).isEqualTo(after);
        assertThat(core.apps
                        .update("reader", new AppUpdate(null, null, null, null, "", null, NONE, null, null), true)
                        .webhookUrl())
                .isNull();
    }

    @Test
    void aPausedAppMayDoNothingUntilItIsActiveAgain() {
        String key = core.register("reader", PSP_READ).apiKey();
        String session = core.open("reader").token();

        core.apps.update("reader", AppUpdate.to(AppStatus.PAUSED), true);

        for (String token : List.of(key, session)) {
            assertThatThrownBy(() -> core.authenticator.identify(token))
                    .isInstanceOf(PermissionDeniedException.class)
                    .hasMessageContaining("paused");
        }
        assertThatThrownBy(() -> core.open("reader")).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> core.apps.approve("reader")).isInstanceOf(ConflictException.class);
        core.apps.update("reader", AppUpdate.to(AppStatus.ACTIVE), true);
        assertThat(core.authenticator.identify(session)).isInstanceOf(Caller.AppForUser.class);
    }

    @Test
    void noUpdateGoesAroundTheApproval() {
        core.apps.register(Core.registration("reader", PSP_READ), false);

        assertThatThrownBy(() -> core.apps.update("reader", AppUpdate.to(AppStatus.ACTIVE), true))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> core.apps.update("reader", AppUpdate.to(AppStatus.PENDING), true))
                .isInstanceOf(InvalidInputException.class);
        assertThat(core.apps.find("reader").orElseThrow().status()).isEqualTo(AppStatus.PENDING);
    }

    @Test
    void anOldKeyStaysGoodForAWhileBesideTheNewOne() {
        String old = core.register("reader").apiKey();

        NewKey fresh = core.apps.rotateKey("reader", null);

        assertThat(fresh.earlierUntil()).isEqualTo(core.clock.instant().plus(Duration.ofHours(24)));
        core.clock.pass(Duration.ofHours(23));
        for (String key : List.of(old, fresh.key())) {
            assertThat(core.restarted().authenticator.identify(key)).isInstanceOf(Caller.AppItself.class);
            assertThat(core.authenticator.identify(key)).isInstanceOf(Caller.AppItself.class);
        }
        core.clock.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> core.authenticator.identify(old)).isInstanceOf(UnauthenticatedException.class);
        assertThat(core.authenticator.identify(fresh.key())).isInstanceOf(Caller.AppItself.class);
    }

    @Test
    void aLeakedKeyAndAllBeforeItEndAtOnce() {
        String first = core.register("reader").apiKey();
        String second = core.apps.rotateKey("reader", Duration.ofDays(3)).key();
        assertThat(core.authenticator.identify(first)).isInstanceOf(Caller.AppItself.class);

        String third = core.apps.rotateKey("reader", Duration.ZERO).key();

        for (String key : List.of(first, second)) {
            assertThatThrownBy(() -> core.authenticator.identify(key)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> core.restarted().authenticator.identify(key))
                    .isInstanceOf(UnauthenticatedException.class);
        }
        assertThat(core.authenticator.identify(third)).isInstanceOf(Caller.AppItself.class);
    }

    @Test
    void keysBeforeTheLastOneKeepWhatTheyWerePromisedButNoMore() {
        String first = core.register("reader").apiKey();
        core.apps.rotateKey("reader", Duration.ofHours(10));
        core.apps.rotateKey("reader", Duration.ofHours(2));

        core.clock.pass(Duration.ofHours(1));
        assertThat(core.authenticator.identify(first)).isInstanceOf(Caller.AppItself.class);
        core.clock.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> core.authenticator.identify(first)).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void overlapsAreBounded() {
        core.register("reader");
        for (Duration wrong : List.of(Duration.ofSeconds(-1), Duration.ofDays(31))) {
            assertThatThrownBy(() -> core.apps.rotateKey("reader", wrong)).isInstanceOf(InvalidInputException.class);
        }
        for (int i = 0; i < 20; i++) {
            core.apps.rotateKey("reader", Duration.ofDays(30));
        }
        assertThat(core.store.all().get(StateKey.of("app", "reader")).text()).hasSizeLessThan(3_000);
    }

    @Test
    void whatTheOwnerSaysOfScopesIsGrantedAndCountsInOpenSessions() {
        core.register("reader", PSP_READ);
        String session = core.open("reader").token();

        core.apps.update("reader", AppUpdate.to(Set.of(HINATA_READ)), true);

        assertThat(((Caller.AppForUser) core.authenticator.identify(session)).scopes())
                .containsExactly(HINATA_READ);
        core.apps.update("reader", AppUpdate.to(Set.of()), true);
        assertThat(core.users.grant(User.OWNER, "reader")).isEmpty();
        assertThatThrownBy(() -> core.authenticator.identify(session)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void theOwnersChangeOfScopesKeepsTheGrantsEnd() {
        core.register("reader", PSP_READ);
        Instant end = core.clock.instant().plus(Duration.ofHours(1));
        core.users.grant(new Grant(User.OWNER, "reader", Set.of(PSP_READ), end));

        core.apps.update("reader", AppUpdate.to(Set.of(HINATA_READ)), true);

        assertThat(core.users.grant(User.OWNER, "reader"))
                .contains(new Grant(User.OWNER, "reader", Set.of(HINATA_READ), end));
    }

    @Test
    void whatAnAppAsksForAwaitsApproval() {
        core.register("reader", PSP_READ);

        App asking = core.apps.update("reader", AppUpdate.to(Set.of(PSP_READ, HINATA_READ)), false);

        assertThat(asking.requestedScopes()).containsExactlyInAnyOrder(PSP_READ, HINATA_READ);
        assertThat(core.open("reader").scopes()).containsExactly(PSP_READ);
        core.apps.approve("reader");
        assertThat(core.open("reader").scopes()).containsExactlyInAnyOrder(PSP_READ, HINATA_READ);
    }

    @Test
    void anAppChangesNeitherItsLimitsNorItsStatus() {
        core.register("reader", PSP_READ);
        for (AppUpdate update :
                List.of(AppUpdate.to(AppStatus.ACTIVE), AppUpdate.to(AppLimits.Changes.requests(1_000_000)))) {
            assertThatThrownBy(() -> core.apps.update("reader", update, false))
                    .isInstanceOf(PermissionDeniedException.class);
        }
    }

    @Test
    void limitsSurviveARestart() {
        core.register("reader", PSP_READ);
        AppLimits.Changes changes = new AppLimits.Changes(7, 6, 5, 4L, 3L, Priority.INTERACTIVE);

        core.apps.update("reader", AppUpdate.to(changes), true);

        assertThat(core.restarted().apps.find("reader").orElseThrow().limits())
                .isEqualTo(new AppLimits(7, 6, 5, 4, 3, Priority.INTERACTIVE));
        AppLimits.Changes wrong = new AppLimits.Changes(0, 0, 0, 0L, -1L, null);
        assertThat(catchThrowableOfType(
                                InvalidInputException.class,
                                () -> core.apps.update("reader", AppUpdate.to(wrong), true))
                        .violations())
                .hasSize(5);
    }

    @Test
    void aRemovedAppLeavesNothing() {
        String key = core.register("reader", PSP_READ).apiKey();
        core.users.create("mei", null);
        core.users.grant(new Grant("mei", "reader", Set.of(PSP_READ), null));
        String session = core.open("reader", "{\"a\":1}").token();
        core.register("other", PSP_READ);
        String others = core.open("other").token();

        assertThat(core.apps.remove("reader")).isTrue();

        assertThatThrownBy(() -> core.authenticator.identify(key)).isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> core.authenticator.identify(session)).isInstanceOf(UnauthenticatedException.class);
        assertThat(core.store.all().toString()).doesNotContain("reader");
        assertThat(core.store.all().values().toString()).doesNotContain("reader");
        assertThat(core.authenticator.identify(others)).isInstanceOf(Caller.AppForUser.class);
        assertThat(core.apps.remove("reader")).isFalse();

        core.register("reader");
        assertThat(core.users.grant("mei", "reader")).isEmpty();
        assertThatThrownBy(() -> core.authenticator.identify(session)).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void whatIsUnknownIsSaid() {
        assertThat(core.apps.find("nobody")).isEmpty();
        assertThatThrownBy(() -> core.apps.update("nobody", NOTHING, true)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> core.apps.approve("nobody")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> core.apps.rotateKey("nobody", null)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatTheStoreRefusedDidNotHappen() {
        String key = core.register("reader").apiKey();
        core.store.failWith(MemoryStateStore.full());

        assertThatThrownBy(() -> core.register("other")).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> core.apps.rotateKey("reader", null)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> core.apps.remove("reader")).isInstanceOf(StorageException.class);

        core.store.failWith(null);
        assertThat(core.apps.list()).extracting(App::appId).containsExactly("reader");
        assertThat(core.authenticator.identify(key)).isInstanceOf(Caller.AppItself.class);
    }

    @Test
    void appsAreListedById() {
        for (String appId : List.of("b", "c", "a")) {
            core.register(appId);
        }

        assertThat(core.apps.list()).extracting(App::appId).containsExactly("a", "b", "c");
    }

    private static AppRegistration share(String appId, int perMinute) {
        return new AppRegistration(appId, "Reader", "1", null, null, Set.of(), null, perMinute);
    }
}
