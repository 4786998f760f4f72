package org.byenatos.virtualcore.gateway;

import java.time.Instant;
import org.byenatos.api.app.Scope;
import org.byenatos.api.security.AuditEntry;
import org.jspecify.annotations.Nullable;

/** What a call tells the audit log about itself while it runs. Confined to the thread of the call. */
final class AuditLine {

    private @Nullable String userId;
    private @Nullable Scope scope;
    private int count;

    /** Whose data, and by which scope. */
    void on(DataAccess access) {
        userId = access.userId();
        scope = access.by();
    }

    /** Whose data. */
    void onUser(String user) {
        userId = user;
    }

    /** How many records, components or items. */
    void count(int items) {
        count = items;
    }

    /** Whether there was anything. */
    boolean counted() {
        return count > 0;
    }

    AuditEntry entry(Instant at, String actor, String action, String outcome) {
        return new AuditEntry(at, actor, userId, action, scope == null ? null : scope.word(), count, outcome);
    }
}
