package org.byenatos.applifecycle.session;

import java.time.Instant;
import java.util.Set;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.Scope;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.applifecycle.state.AppEntry;
import org.byenatos.applifecycle.state.Directory;
import org.byenatos.applifecycle.state.GrantEntry;
import org.byenatos.applifecycle.state.SessionEntry;

/** Whether apps and sessions may act now. Stateless. */
final class Standing {

    private Standing() {}

    /** Refuses an app that is pending or paused. */
    static void requireActive(App app) {
        if (app.status() == AppStatus.PENDING) {
            throw new PermissionDeniedException("App " + app.appId() + " awaits the owner's approval (POST /apps/"
                    + app.appId() + "/approve with the owner's token).");
        }
        if (app.status() == AppStatus.PAUSED) {
            throw new PermissionDeniedException(
                    "App " + app.appId() + " is paused; the owner can set its status to active.");
        }
    }

    /** What a session may do now. Refuses one whose grant was taken back or has expired. */
    static Set<Scope> scopes(Directory directory, SessionEntry session, Instant now) {
        GrantEntry grant = directory.grant(session.userId(), session.appId());
        if (grant == null || !grant.grantId().equals(session.grantId())) {
            throw new PermissionDeniedException("The grant was revoked: app " + session.appId()
                    + " needs a new one on user " + session.userId() + ", and then a new session.");
        }
        if (!grant.grant().validAt(now)) {
            throw new PermissionDeniedException("The grant of app " + session.appId() + " on user " + session.userId()
                    + " has expired; it needs a new one, and then a new session.");
        }
        return grant.grant().scopes();
    }

    /** Whether a session's grant was taken back, so that nothing can bring the session to life again. */
    static boolean revoked(Directory directory, SessionEntry session) {
        GrantEntry grant = directory.grant(session.userId(), session.appId());
        return grant == null || !grant.grantId().equals(session.grantId());
    }

    /** Whether a session has not ended. */
    static boolean open(Directory directory, SessionEntry session, Instant now) {
        GrantEntry grant = directory.grant(session.userId(), session.appId());
        AppEntry app = directory.app(session.appId());
        return app != null
                && grant != null
                && !session.expiredAt(now)
                && grant.grantId().equals(session.grantId())
                && grant.grant().validAt(now);
    }
}
