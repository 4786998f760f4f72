package org.byenatos.applifecycle.app;

import java.time.Instant;
import org.byenatos.api.app.Grant;
import org.byenatos.applifecycle.state.Directory;
import org.byenatos.applifecycle.state.GrantEntry;
import org.byenatos.applifecycle.state.Ids;

/** Gives grants their identifiers. */
final class GrantIds {

    private static final int LENGTH = 12;

    private final Ids ids;

    GrantIds(Ids ids) {
        this.ids = ids;
    }

    /**
     * The grant to be kept: it carries on the present one if that still holds, so that open sessions go on. One for one
     * session begins anew where the present one is used up.
     */
    GrantEntry next(Directory directory, Grant grant, Instant now) {
        GrantEntry present = directory.grant(grant.userId(), grant.appId());
        if (present != null && present.grant().validAt(now) && !(grant.oneTime() && present.usedBy() != null)) {
            return new GrantEntry(grant, present.grantId());
        }
        return new GrantEntry(grant, ids.letters(LENGTH));
    }
}
