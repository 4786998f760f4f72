package org.byenatos.virtualcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.Session;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.hinata.Access;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    private static final AppLimits LIMITS = new AppLimits(60, 60, 4, 10, 1_000, Priority.NORMAL);

    private static final Caller OWNER = new Caller.Owner();
    private static final Caller MEI = new Caller.Person("mei");
    private static final Caller NOBODY = new Caller.Anonymous();
    private static final App READER =
            new App("reader", "Reader", "1", null, null, Set.of(), null, LIMITS, AppStatus.ACTIVE, Instant.EPOCH);
    private static final Caller READER_APP = new Caller.AppItself(READER);

    @Test
    void onlyTheOwnerAdministers() {
        assertThatCode(() -> Requirements.owner(OWNER)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Requirements.owner(MEI)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> Requirements.owner(READER_APP)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> Requirements.owner(NOBODY)).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void aPersonActsOnTheirOwnDataOnly() {
        assertThatCode(() -> Requirements.ownerOrUser(MEI, "mei")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Requirements.ownerOrUser(MEI, "tom")).isInstanceOf(PermissionDeniedException.class);
        assertThat(Requirements.sessionOrPerson(MEI, Scope.PSP_READ).userId()).isEqualTo("mei");
    }

    @Test
    void theUserComesFromTheSession() {
        DataAccess access = Requirements.session(session("mei", Scope.HINATA_WRITE), Scope.HINATA_WRITE);

        assertThat(access.userId()).isEqualTo("mei");
        assertThat(access.appId()).isEqualTo("reader");
        assertThat(access.by()).isEqualTo(Scope.HINATA_WRITE);
    }

    @Test
    void namesTheMissingScopeAndHowToGetIt() {
        assertThatThrownBy(() -> Requirements.session(session("mei", Scope.PSP_READ), Scope.HINATA_WRITE))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("hinata:write")
                .hasMessageContaining("grant of app reader on user mei");
    }

    @Test
    void anAppNeedsASessionForData() {
        assertThatThrownBy(() -> Requirements.session(READER_APP, Scope.HINATA_WRITE))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("session");
    }

    @Test
    void sessionsOfOthersAreNoConcern() {
        assertThat(Requirements.concerns(session("mei"), "reader", "mei")).isTrue();
        assertThat(Requirements.concerns(session("mei"), "reader", "tom")).isFalse();
        assertThat(Requirements.concerns(session("mei"), "other", "mei")).isFalse();
        assertThat(Requirements.concerns(MEI, "other", "mei")).isTrue();
        assertThat(Requirements.concerns(NOBODY, "reader", "mei")).isFalse();
        assertThat(Requirements.concerns(OWNER, "reader", "mei")).isTrue();
    }

    @Test
    void visibilityFollowsTheScopes() {
        DataAccess own = access(Scope.HINATA_READ_OWN);
        DataAccess all = access(Scope.HINATA_READ);
        DataAccess restricted = access(Scope.HINATA_READ, Scope.HINATA_READ_RESTRICTED);

        assertThat(own.records().permits("reader", Access.PRIVATE)).isTrue();
        assertThat(own.records().permits("other", Access.SHARED)).isFalse();
        assertThat(all.records().permits("other", Access.SHARED)).isTrue();
        assertThat(all.records().permits("other", Access.PRIVATE)).isFalse();
        assertThat(all.records().permits("other", Access.RESTRICTED)).isFalse();
        assertThat(restricted.records().permits("other", Access.RESTRICTED)).isTrue();
        assertThat(restricted.psp().permits("other", Access.RESTRICTED)).isFalse();
        assertThat(access(Scope.PSP_READ).readsRecords()).isFalse();
    }

    private static DataAccess access(Scope... scopes) {
        return Requirements.session(session("mei", scopes), scopes);
    }

    private static Caller session(String user, Scope... scopes) {
        Session session = new Session("s1", "reader", user, Instant.EPOCH, Instant.MAX, Json.EMPTY_OBJECT);
        return new Caller.AppForUser(READER, session, Set.of(scopes));
    }
}
