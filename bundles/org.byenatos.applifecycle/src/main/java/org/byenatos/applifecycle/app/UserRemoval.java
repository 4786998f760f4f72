package org.byenatos.applifecycle.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.byenatos.api.app.User;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.state.StateStore;
import org.byenatos.applifecycle.state.GrantEntry;
import org.byenatos.applifecycle.state.Keys;
import org.byenatos.applifecycle.state.SessionEntry;
import org.byenatos.applifecycle.state.Tables;
import org.byenatos.applifecycle.state.UserEntry;

/** Removes a user with grants and sessions, all or nothing. */
final class UserRemoval {

    private UserRemoval() {}

    /** Returns how many things went, by what they were. */
    static Map<String, Long> remove(UserEntry user, Tables tables, StateStore store) {
        String userId = user.user().userId();
        List<GrantEntry> grants =
                tables.directory().grants(grant -> grant.grant().userId().equals(userId));
        List<SessionEntry> sessions =
                tables.sessions().where(session -> session.userId().equals(userId));
        boolean goes = !userId.equals(User.OWNER);
        List<StateKey> documents = new ArrayList<>();
        grants.forEach(grant -> documents.add(Keys.grant(userId, grant.grant().appId())));
        sessions.forEach(session -> {
            documents.add(Keys.context(session));
            documents.add(Keys.session(session));
        });
        if (goes) {
            documents.add(Keys.user(userId));
        }
        store.deleteAll(documents);
        grants.forEach(tables.directory()::remove);
        sessions.forEach(tables.sessions()::remove);
        if (goes) {
            tables.directory().remove(user);
        }
        return Map.of("grants", (long) grants.size(), "sessions", (long) sessions.size());
    }
}
