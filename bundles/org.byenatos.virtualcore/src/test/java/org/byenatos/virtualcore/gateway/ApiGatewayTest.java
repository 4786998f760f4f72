package org.byenatos.virtualcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.byenatos.api.Credential;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.Caller;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.virtualcore.runtime.Modules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiGatewayTest {

    private static final Credential OWNER = new Credential("owner", true);

    private final Modules modules = Modules.empty();
    private final CallGate gate = new CallGate("VirtualCore", Duration.ofSeconds(2));
    private final List<AuditEntry> audit = new ArrayList<>();
    private final ApiGateway gateway = new ApiGateway(modules, gate, audit::add, Clock.systemUTC());

    @BeforeEach
    void ownerIsKnown() {
        modules.authenticator().bind(token -> {
            if ("owner".equals(token)) {
                return new Caller.Owner();
            }
            throw new UnauthenticatedException("unknown");
        });
    }

    @Test
    void aCallLeavesALine() {
        String answer = gateway.enter(OWNER, "probe", Requirements::owner, (caller, line) -> {
            line.onUser("mei");
            line.count(3);
            return caller.actor();
        });

        assertThat(answer).isEqualTo("owner");
        assertThat(audit).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo("probe");
            assertThat(line.userId()).isEqualTo("mei");
            assertThat(line.count()).isEqualTo(3);
            assertThat(line.outcome()).isEqualTo("ok");
        });
    }

    @Test
    void aRefusalLeavesALineAndRunsNothing() {
        assertThatThrownBy(() ->
                        gateway.enter(new Credential("guess", true), "probe", Requirements::owner, (caller, line) -> {
                            throw new AssertionError("the call ran");
                        }))
                .isInstanceOf(UnauthenticatedException.class);

        assertThat(audit).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo("unauthenticated");
            assertThat(line.actor()).isEqualTo("unknown");
        });
    }

    @Test
    void whatTheRuleRefusesDoesNotRun() {
        assertThatThrownBy(() -> gateway.enter(OWNER, "probe", Requirements::app, (app, line) -> {
                    throw new AssertionError("the call ran");
                }))
                .isInstanceOf(PermissionDeniedException.class);

        assertThat(audit).extracting(AuditEntry::outcome).containsExactly("permissiondenied");
    }

    @Test
    void whoseDataIsReadByWhichScopeIsWrittenDownWithoutTheCallsHelp() {
        gateway.enter(OWNER, "probe", caller -> DataAccess.of("mei"), (access, line) -> access);

        assertThat(audit).extracting(AuditEntry::userId).containsExactly("mei");
    }

    @Test
    void aFailureLeavesALineWithItsKind() {
        assertThatThrownBy(() -> gateway.enter(OWNER, "probe", Requirements::owner, (caller, line) -> {
                    throw new NotFoundException("gone");
                }))
                .isInstanceOf(NotFoundException.class);

        assertThat(audit).extracting(AuditEntry::outcome).containsExactly("notfound");
    }

    @Test
    void whatIsCarriedOnLeavesALineOnlyIfSomethingWasReadOrRefused() {
        gateway.carryOn(OWNER, "probe", caller -> caller, (caller, line) -> "nothing");
        assertThat(audit).isEmpty();

        gateway.carryOn(OWNER, "probe", caller -> caller, (caller, line) -> {
            line.count(1);
            return "something";
        });
        assertThatThrownBy(() -> gateway.carryOn(
                        new Credential("guess", true), "probe", caller -> caller, (caller, line) -> "nothing"))
                .isInstanceOf(UnauthenticatedException.class);

        assertThat(audit).extracting(AuditEntry::outcome).containsExactly("ok", "unauthenticated");
    }

    @Test
    void aRequestHoldsItsPlaceUntilItHasEndedHoweverItEnds() {
        List<String> places = new ArrayList<>();
        App app = new App(
                "reader",
                "Reader",
                "1",
                null,
                null,
                Set.of(),
                null,
                new AppLimits(1, 1, 1, 1, 1, Priority.NORMAL),
                AppStatus.ACTIVE,
                Instant.EPOCH);
        modules.authenticator().bind(token -> new Caller.AppItself(app));
        modules.appScheduler().bind(new AppScheduler() {
            @Override
            public Admission admit(App asking, @Nullable String sessionId) {
                places.add("taken");
                return () -> places.add("left");
            }

            @Override
            public Allowance draw(App asking, long records, long bytes) {
                throw new AssertionError("nothing was submitted");
            }
        });

        gateway.enter(OWNER, "probe", caller -> caller, (caller, line) -> places.add("ran"));
        assertThatThrownBy(
                        () -> gateway.enter(OWNER, "probe", Requirements::owner, (caller, line) -> places.add("ran")))
                .isInstanceOf(PermissionDeniedException.class);
        gateway.carryOn(OWNER, "probe", caller -> caller, (caller, line) -> places.add("ran on"));

        assertThat(places).containsExactly("taken", "ran", "left", "taken", "left", "ran on");
    }

    @Test
    void aClosedDoorRunsNothing() {
        gate.close();

        assertThatThrownBy(() -> gateway.enter(OWNER, "probe", Requirements::owner, (caller, line) -> {
                    throw new AssertionError("the call ran");
                }))
                .isInstanceOf(ModuleStoppedException.class);
        assertThat(audit).isEmpty();
    }
}
