package org.byenatos.applifecycle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.app.Scope.HINATA_READ;
import static org.byenatos.api.app.Scope.HINATA_WRITE;
import static org.byenatos.api.app.Scope.PSP_READ;

import java.time.Duration;
import java.util.Set;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.NewUser;
import org.byenatos.api.app.Session;
import org.byenatos.api.app.User;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.security.TokenKind;
import org.byenatos.applifecycle.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

    private final Core core = new Core();

    @Test
    void theOwnerIsThereFromTheStartAndStaysTheSame() {
        User owner = core.users.find(User.OWNER).orElseThrow();
        core.clock.pass(Duration.ofDays(1));

        assertThat(core.users.list()).containsExactly(owner);
        assertThat(core.restarted().users.find(User.OWNER)).contains(owner);
        assertThatThrownBy(() -> core.users.create(User.OWNER, null)).isInstanceOf(ConflictException.class);
    }

    @Test
    void aUserActsWithTheirToken() {
        NewUser mei = core.users.create("Mei.2", "梅");

        assertThat(mei.user()).isEqualTo(new User("Mei.2", "梅", core.clock.instant()));
        assertThat(TokenKind.of(mei.token())).isEqualTo(TokenKind.USER);
        assertThat(core.authenticator.identify(mei.token())).isEqualTo(new Caller.Person("Mei.2"));
        assertThat(core.restarted().authenticator.identify(mei.token())).isEqualTo(new Caller.Person("Mei.2"));
        assertThat(core.users.find("Mei.2")).contains(mei.user());
        assertThatThrownBy(() -> core.users.create("Mei.2", null)).isInstanceOf(ConflictException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "_a", "a b", "a/b", "../a", "é", "a\n"})
    void idsThatAreNoneAreRefused(String userId) {
        assertThatThrownBy(() -> core.users.create(userId, null)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void lengthsAreBounded() {
        assertThatThrownBy(() -> core.users.create("a".repeat(101), "n".repeat(201)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/user_id")
                .hasMessageContaining("/display_name");
        core.users.create("a".repeat(100), "n".repeat(200));
    }

    @Test
    void aGrantIsInPlaceOfTheOneBeforeAndCountsInOpenSessions() {
        core.register("reader", HINATA_READ, PSP_READ);
        String token = core.open("reader").token();

        core.users.grant(new Grant(User.OWNER, "reader", Set.of(HINATA_WRITE), null));

        assertThat(core.authenticator.identify(token))
                .isInstanceOfSatisfying(Caller.AppForUser.class, caller -> assertThat(caller.scopes())
                        .containsExactly(HINATA_WRITE));
    }

    @Test
    void aRevokedGrantEndsSessionsAtOnceAndForGood() {
        core.register("reader", PSP_READ);
        String token = core.open("reader", "{\"mood\":\"calm\"}").token();
        Session session = session(token);

        assertThat(core.users.revoke(User.OWNER, "reader")).isTrue();

        assertRevoked(core, token);
        assertRevoked(core.restarted(), token);
        assertThat(core.sessions.find(session.sessionId())).isEmpty();
        assertThat(core.users.grant(User.OWNER, "reader")).isEmpty();
        assertThatThrownBy(() -> core.open("reader"))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("granted");
        assertThat(core.users.revoke(User.OWNER, "reader")).isFalse();

        core.users.grant(new Grant(User.OWNER, "reader", Set.of(PSP_READ), null));
        assertRevoked(core, token);
        assertThat(core.authenticator.identify(core.open("reader").token())).isInstanceOf(Caller.AppForUser.class);
    }

    @Test
    void anExpiredGrantCountsAtOnce() {
        core.register("reader", PSP_READ);
        core.users.grant(new Grant(
                User.OWNER, "reader", Set.of(PSP_READ), core.clock.instant().plusSeconds(60)));
        String token = core.open("reader").token();

        core.clock.pass(Duration.ofSeconds(60));

        assertThatThrownBy(() -> core.authenticator.identify(token))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("expired");
        assertThat(core.users.grant(User.OWNER, "reader")).isEmpty();
        assertThatThrownBy(() -> core.open("reader")).isInstanceOf(PermissionDeniedException.class);
        assertThat(core.users.revoke(User.OWNER, "reader")).isFalse();
    }

    @Test
    void usersDoNotShareGrants() {
        core.register("reader", PSP_READ);
        core.users.create("mei", null);

        assertThat(core.users.grant("mei", "reader")).isEmpty();
        core.users.grant(new Grant("mei", "reader", Set.of(HINATA_READ), null));
        assertThat(core.users.grant(User.OWNER, "reader").orElseThrow().scopes())
                .containsExactly(PSP_READ);
    }

    @Test
    void grantsNeedAUserAnAppAScopeAndAFuture() {
        core.register("reader");

        assertThatThrownBy(() -> core.users.grant(new Grant("nobody", "reader", Set.of(PSP_READ), null)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> core.users.grant(new Grant(User.OWNER, "none", Set.of(PSP_READ), null)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> core.users.grant(new Grant(User.OWNER, "reader", Set.of(), null)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () -> core.users.grant(new Grant(User.OWNER, "reader", Set.of(PSP_READ), core.clock.instant())))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aUsersDocumentsLieUnderThatUser() {
        core.register("reader", PSP_READ);
        core.users.create("mei", "Mei");
        core.users.grant(new Grant("mei", "reader", Set.of(PSP_READ), null));

        assertThat(core.store.list("user", "mei")).hasSize(1);
        assertThat(core.store.list("grant", "mei")).hasSize(1);
    }

    @Test
    void unknownTokensAreNobodys() {
        for (String token : new String[] {"", "x", "byu_", "bya_x", "bys_x", "byo_x", "Byo_owner"}) {
            assertThatThrownBy(() -> core.authenticator.identify(token)).isInstanceOf(UnauthenticatedException.class);
        }
        assertThat(core.authenticator.identify(null)).isEqualTo(new Caller.Anonymous());
    }

    private Session session(String token) {
        return ((Caller.AppForUser) core.authenticator.identify(token)).session();
    }

    private static void assertRevoked(Core core, String token) {
        assertThatThrownBy(() -> core.authenticator.identify(token))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageStartingWith("The grant was revoked");
    }
}
