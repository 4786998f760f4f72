package org.byenatos.api;

import java.time.Duration;
import java.util.List;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppRegistry;
import org.byenatos.api.app.AppUpdate;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.NewKey;
import org.byenatos.api.app.NewUser;
import org.byenatos.api.app.User;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What the owner administers. Checked, audited and failing as {@link VirtualCore}; needs the owner's token. */
@ProviderType
public interface Administration {

    /** How the core fares; open to anyone, without a token too. */
    CoreStatus status();

    /** Whether some active app lets pages of a web site use its tokens. Which tokens, the door sees to. */
    boolean isAppOrigin(String origin);

    /** All apps. */
    List<App> apps(Credential credential);

    /** An app, for the owner or itself. */
    App app(Credential credential, String appId);

    /** Changes an app, for the owner or, within limits, the app itself; see {@link AppRegistry#update}. */
    App updateApp(Credential credential, String appId, AppUpdate update);

    /**
     * Removes an app with its grants and sessions.
     *
     * @param withRecords whether its records go too; otherwise they stay the users'
     */
    void removeApp(Credential credential, String appId, boolean withRecords);

    /** Approves a pending app. */
    App approveApp(Credential credential, String appId);

    /** Gives an app a new key, for the owner or the app itself; see {@link AppRegistry#rotateKey}. */
    NewKey rotateAppKey(Credential credential, String appId, @Nullable Duration overlap);

    /** Makes a user. */
    NewUser createUser(Credential credential, String userId, @Nullable String displayName);

    /** All users. */
    List<User> users(Credential credential);

    /** Grants scopes, for the owner or the user. */
    Grant grant(Credential credential, Grant grant);

    /** What an app may do with a user's data, for the owner or the user. */
    Grant grant(Credential credential, String userId, String appId);

    /** Takes a grant back, for the owner or the user; open sessions end at once. */
    void revokeGrant(Credential credential, String userId, String appId);
}
