package org.byenatos.applifecycle.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.byenatos.api.app.App;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.User;
import org.byenatos.applifecycle.state.Directory;
import org.byenatos.applifecycle.state.GrantEntry;
import org.jspecify.annotations.Nullable;

/** What apps are granted on user {@code owner} by what the owner says of the apps themselves. */
final class OwnerGrants {

    private final GrantIds grantIds;
    private final Clock clock;

    OwnerGrants(GrantIds grantIds, Clock clock) {
        this.grantIds = grantIds;
        this.clock = clock;
    }

    /** The grant of all that an app asks for, with the end that the present one has; {@code null} if it asks for nothing. */
    @Nullable
    GrantEntry onOwner(Directory directory, App app) {
        Set<Scope> scopes = app.requestedScopes();
        if (scopes.isEmpty()) {
            return null;
        }
        Instant now = clock.instant();
        GrantEntry present = directory.grant(User.OWNER, app.appId());
        if (present == null || !present.grant().validAt(now)) {
            return grantIds.next(directory, new Grant(User.OWNER, app.appId(), scopes, null), now);
        }
        Grant before = present.grant();
        Grant changed = new Grant(before.userId(), before.appId(), scopes, before.expiresAt(), before.oneTime());
        return new GrantEntry(changed, present.grantId(), present.usedBy());
    }

    /** Whether an app is granted all that it asks for. */
    boolean holdsAllOf(Directory directory, App app) {
        GrantEntry present = directory.grant(User.OWNER, app.appId());
        return app.requestedScopes().isEmpty()
                || (present != null
                        && present.grant().validAt(clock.instant())
                        && present.grant().scopes().containsAll(app.requestedScopes()));
    }
}
