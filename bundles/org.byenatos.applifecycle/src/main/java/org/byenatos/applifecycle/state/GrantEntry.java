package org.byenatos.applifecycle.state;

import org.byenatos.api.app.Grant;

/**
 * A grant as it is kept. Its identifier stays when the grant is changed and is another when it was taken back and given
 * again; a session remembers it, so that sessions never outlive the grant that they were opened on.
 *
 * @param grant the grant
 * @param grantId its identifier
 */
public record GrantEntry(Grant grant, String grantId) {

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
}
