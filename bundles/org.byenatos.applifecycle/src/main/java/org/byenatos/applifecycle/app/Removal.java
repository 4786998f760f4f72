package org.byenatos.applifecycle.app;

import java.util.List;
import org.byenatos.api.state.StateStore;
import org.byenatos.applifecycle.state.AppEntry;
import org.byenatos.applifecycle.state.GrantEntry;
import org.byenatos.applifecycle.state.Keys;
import org.byenatos.applifecycle.state.SessionEntry;
import org.byenatos.applifecycle.state.Tables;

/**
 * Removes an app with its grants and sessions. Grants go first and the app last: a crash on the way leaves an app that
 * may do nothing and can be removed again, never a grant that waits for the next app of that name.
 */
final class Removal {

    void remove(AppEntry app, Tables tables, StateStore store) {
        String appId = app.app().appId();
        List<GrantEntry> grants =
                tables.directory().grants(grant -> grant.grant().appId().equals(appId));
        grants.forEach(grant -> store.delete(Keys.grant(grant.grant().userId(), appId)));
        List<SessionEntry> sessions =
                tables.sessions().where(session -> session.appId().equals(appId));
        sessions.forEach(session -> delete(session, store));
        store.delete(Keys.day(appId));
        store.delete(Keys.app(appId));
        tables.directory().remove(app);
        grants.forEach(tables.directory()::remove);
        sessions.forEach(tables.sessions()::remove);
    }

    private static void delete(SessionEntry session, StateStore store) {
        if (session.hasContext()) {
            store.delete(Keys.context(session));
        }
        store.delete(Keys.session(session));
    }
}
