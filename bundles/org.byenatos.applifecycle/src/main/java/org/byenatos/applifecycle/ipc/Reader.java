package org.byenatos.applifecycle.ipc;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.User;
import org.byenatos.applifecycle.state.Directory;
import org.byenatos.applifecycle.state.GrantEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may read now.
 *
 * @param appId which app reads, {@code null} if a person does
 * @param scopes what it may do, by the spaces that it may read; nothing matters where a person reads
 */
record Reader(@Nullable String appId, Map<String, Set<Scope>> scopes) {

    Reader {
        scopes = Map.copyOf(scopes);
    }

    static Reader of(Caller caller, Directory directory, Instant now) {
        if (caller instanceof Caller.Owner) {
            return new Reader(null, Map.of(User.OWNER, Set.of(), Spaces.NOBODY, Set.of()));
        }
        if (caller instanceof Caller.Person person) {
            return new Reader(null, Map.of(person.userId(), Set.of()));
        }
        if (caller instanceof Caller.AppForUser app) {
            return app.scopes().contains(Scope.EVENTS_READ)
                    ? new Reader(
                            app.app().appId(), Map.of(app.session().userId(), app.scopes(), Spaces.NOBODY, Set.of()))
                    : new Reader(app.app().appId(), Map.of());
        }
        if (caller instanceof Caller.AppItself app) {
            return of(app.app().appId(), directory, now);
        }
        return new Reader(null, Map.of());
    }

    private static Reader of(String appId, Directory directory, Instant now) {
        Map<String, Set<Scope>> scopes = new HashMap<>();
        scopes.put(Spaces.NOBODY, Set.of());
        for (GrantEntry entry : directory.grants(entry -> entry.grant().appId().equals(appId))) {
            Grant grant = entry.grant();
            if (grant.validAt(now) && grant.scopes().contains(Scope.EVENTS_READ)) {
                scopes.put(grant.userId(), grant.scopes());
            }
        }
        return new Reader(appId, scopes);
    }
}
