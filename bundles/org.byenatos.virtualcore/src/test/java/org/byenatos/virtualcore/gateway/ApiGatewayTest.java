package org.byenatos.virtualcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.Credential;
import org.byenatos.api.app.Caller;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.virtualcore.runtime.Modules;
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
    void aClosedDoorRunsNothing() {
        gate.close();

        assertThatThrownBy(() -> gateway.enter(OWNER, "probe", Requirements::owner, (caller, line) -> {
                    throw new AssertionError("the call ran");
                }))
                .isInstanceOf(ModuleStoppedException.class);
        assertThat(audit).isEmpty();
    }
}
