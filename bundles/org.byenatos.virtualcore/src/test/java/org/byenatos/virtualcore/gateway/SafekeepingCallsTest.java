package org.byenatos.virtualcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.byenatos.api.Credential;
import org.byenatos.api.app.Caller;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.api.security.AuditFilter;
import org.byenatos.api.security.AuditRecord;
import org.byenatos.api.security.AuditReport;
import org.byenatos.api.security.AuditTrail;
import org.byenatos.api.security.KeyRotation;
import org.byenatos.virtualcore.runtime.Modules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SafekeepingCallsTest {

    private static final AuditFilter ANY = new AuditFilter(null, null, null, null);
    private static final PageRequest PAGE = new PageRequest(10, null);

    private final Modules modules = Modules.empty();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final List<AuditFilter> asked = new ArrayList<>();
    private SafekeepingCalls calls;

    @BeforeEach
    void wire() {
        Map<String, Caller> callers =
                Map.of("owner", new Caller.Owner(), "mei", new Caller.Person("mei"), "none", new Caller.Anonymous());
        modules.authenticator().bind(callers::get);
        ApiGateway gateway = new ApiGateway(
                modules, new CallGate("VirtualCore", Duration.ofSeconds(2)), audit::add, Clock.systemUTC());
        Kernel kernel = (Kernel) Proxy.newProxyInstance(
                Kernel.class.getClassLoader(), new Class<?>[] {Kernel.class}, (proxy, method, arguments) -> gateway);
        KeyRotation untouchable = (KeyRotation) Proxy.newProxyInstance(
                KeyRotation.class.getClassLoader(), new Class<?>[] {KeyRotation.class}, (proxy, method, arguments) -> {
                    throw new AssertionError(method + " was called");
                });
        calls = new SafekeepingCalls(kernel, untouchable, new Trail());
    }

    @Test
    void theOwnerSeesWhatIsAsked() {
        calls.audit(token("owner"), ANY, PAGE);
        calls.audit(token("owner"), ANY.on("tom"), PAGE);

        assertThat(asked).containsExactly(ANY, ANY.on("tom"));
        assertThat(audit).extracting(AuditEntry::action).containsOnly("audit_read");
        assertThat(audit).extracting(AuditEntry::count).containsOnly(1);
    }

    @Test
    void aUserSeesTheirOwnDataAlone() {
        calls.audit(token("mei"), ANY, PAGE);
        calls.audit(token("mei"), ANY.on("mei"), PAGE);

        assertThat(asked).containsExactly(ANY.on("mei"), ANY.on("mei"));
        assertThatThrownBy(() -> calls.audit(token("mei"), ANY.on("tom"), PAGE))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void nobodyElseSeesOrChangesAnything() {
        assertThatThrownBy(() -> calls.audit(token("none"), ANY, PAGE)).isInstanceOf(ByenatosException.class);
        for (String token : List.of("mei", "none")) {
            Credential other = token(token);
            assertThatThrownBy(() -> calls.keys(other)).isInstanceOf(ByenatosException.class);
            assertThatThrownBy(() -> calls.rotateMasterKey(other)).isInstanceOf(ByenatosException.class);
            assertThatThrownBy(() -> calls.rotateUserKey(other, "mei")).isInstanceOf(ByenatosException.class);
            assertThatThrownBy(() -> calls.usePassphrase(other, new char[20])).isInstanceOf(ByenatosException.class);
            assertThatThrownBy(() -> calls.useKeyFile(other)).isInstanceOf(ByenatosException.class);
            assertThatThrownBy(() -> calls.verifyAudit(other)).isInstanceOf(ByenatosException.class);
        }
        assertThat(audit).hasSize(13).extracting(AuditEntry::outcome).doesNotContain("ok");
        assertThat(asked).isEmpty();
    }

    private static Credential token(String token) {
        return new Credential(token, true);
    }

    private final class Trail implements AuditTrail {

        @Override
        public Page<AuditRecord> find(AuditFilter filter, PageRequest page) {
            asked.add(filter);
            AuditEntry entry = new AuditEntry(Instant.EPOCH, "owner", null, "probe", null, 0, "ok");
            return new Page<>(List.of(new AuditRecord(1, entry)), null);
        }

        @Override
        public AuditReport verify() {
            return new AuditReport(1, 0, List.of());
        }
    }
}
