package org.byenatos.applifecycle.state;

import org.byenatos.api.app.Grant;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it is kept. Its identifier stays when the grant is changed and is another when it was taken back and given
 * again; a session remembers it, so that sessions never outlive the grant that they were opened on.
 *
 * @param grant the grant
 * @param grantId its identifier
 * @param usedBy the session that used up a one-time grant, {@code null} while there is none
 */
public record GrantEntry(
        Grant grant, String grantId, @Nullable String usedBy) {

    /** A grant that no session has used up. */
    public GrantEntry(Grant grant, String grantId) {
        this(grant, grantId, null);
    }

    /**
     * Names a grant.
     *
     * @param userId whose data
     * @param appId which app
     */
    public record Key(String userId, String appId) {}

    /** Its name. */
    public Key key() {
        return new Key(grant.userId(), grant.appId());
    }

    /** The same, used up if it is for one session only. */
    public GrantEntry usedBy(SessionEntry session) {
        return grant.oneTime() ? new GrantEntry(grant, grantId, session.sessionId()) : this;
    }
}
