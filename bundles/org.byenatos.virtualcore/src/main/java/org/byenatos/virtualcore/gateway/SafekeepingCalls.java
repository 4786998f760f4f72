package org.byenatos.virtualcore.gateway;

import java.util.function.Supplier;
import org.byenatos.api.Credential;
import org.byenatos.api.Safekeeping;
import org.byenatos.api.app.Caller;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.security.AuditFilter;
import org.byenatos.api.security.AuditRecord;
import org.byenatos.api.security.AuditReport;
import org.byenatos.api.security.AuditTrail;
import org.byenatos.api.security.KeyRotation;
import org.byenatos.api.security.KeyState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keys and the audit log, behind the door. */
@Component(service = Safekeeping.class)
public final class SafekeepingCalls implements Safekeeping {

    private static final int MAX_PAGE = 1000;

    private final ApiGateway gateway;
    private final KeyRotation rotation;
    private final AuditTrail trail;

    /**
     * @param kernel what the calls are wired to
     * @param rotation changes keys
     * @param trail reads the audit log
     */
    @Activate
    public SafekeepingCalls(@Reference Kernel kernel, @Reference KeyRotation rotation, @Reference AuditTrail trail) {
        this.gateway = kernel.gateway();
        this.rotation = rotation;
        this.trail = trail;
    }

    @Override
    public KeyState keys(Credential credential) {
        return asOwner(credential, "keys_read", rotation::state);
    }

    @Override
    public KeyState rotateMasterKey(Credential credential) {
        return asOwner(credential, "keys_rotate", rotation::rotateMaster);
    }

    @Override
    public int rotateUserKey(Credential credential, String userId) {
        return gateway.enter(credential, "user_key_rotate", Requirements::owner, (caller, line) -> {
            line.onUser(userId);
            return rotation.rotateUser(userId);
        });
    }

    @Override
    public KeyState usePassphrase(Credential credential, char[] passphrase) {
        return asOwner(credential, "keys_passphrase_set", () -> rotation.usePassphrase(passphrase));
    }

    @Override
    public KeyState useKeyFile(Credential credential) {
        return asOwner(credential, "keys_passphrase_remove", rotation::useKeyFile);
    }

    @Override
    public Page<AuditRecord> audit(Credential credential, AuditFilter filter, PageRequest page) {
        return gateway.enter(credential, "audit_read", caller -> allowed(caller, filter), (allowed, line) -> {
            if (allowed.userId() != null) {
                line.onUser(allowed.userId());
            }
            new Checks().range("/limit", page.limit(), 1, MAX_PAGE).done();
            Page<AuditRecord> lines = trail.find(allowed, page);
            line.count(lines.items().size());
            return lines;
        });
    }

    @Override
    public AuditReport verifyAudit(Credential credential) {
        return gateway.enter(credential, "audit_verify", Requirements::owner, (caller, line) -> {
            AuditReport report = trail.verify();
            line.count((int) Math.min(Integer.MAX_VALUE, report.lines()));
            return report;
        });
    }

    /** The owner sees everything, a user what concerns their own data, nobody else anything. */
    private static AuditFilter allowed(Caller caller, AuditFilter filter) {
        if (!(caller instanceof Caller.Person person)) {
            Requirements.owner(caller);
            return filter;
        }
        if (filter.userId() != null && !filter.userId().equals(person.userId())) {
            throw new PermissionDeniedException(
                    "A user sees the audit log of their own data alone: leave user_id out.");
        }
        return filter.on(person.userId());
    }

    private <R> R asOwner(Credential credential, String action, Supplier<R> work) {
        return gateway.enter(credential, action, Requirements::owner, (caller, line) -> work.get());
    }
}
