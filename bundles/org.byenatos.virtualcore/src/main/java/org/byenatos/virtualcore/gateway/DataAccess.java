package org.byenatos.virtualcore.gateway;

import java.util.Set;
import org.byenatos.api.app.Scope;
import org.byenatos.api.hinata.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What a caller that passed the door may do on data.
 *
 * @param userId whose data
 * @param appId which app asks, {@code null} if the person does
 * @param sessionId in which session, {@code null} if the person asks
 * @param scopes what the app may do
 * @param by the scope that opened the door, {@code null} if the person asks
 */
record DataAccess(
        String userId,
        @Nullable String appId,
        @Nullable String sessionId,
        Set<Scope> scopes,
        @Nullable Scope by) {

    /** A person on their own data. */
    static DataAccess of(String userId) {
        return new DataAccess(userId, null, null, Set.of(), null);
    }

    /** Whether records may be read at all. */
    boolean readsRecords() {
        return appId == null || scopes.contains(Scope.HINATA_READ) || scopes.contains(Scope.HINATA_READ_OWN);
    }

    /** Which records may be seen. */
    Visibility records() {
        if (appId == null) {
            return Visibility.EVERYTHING;
        }
        boolean all = scopes.contains(Scope.HINATA_READ);
        return new Visibility(
                appId,
                all || scopes.contains(Scope.HINATA_READ_OWN),
                all,
                scopes.contains(Scope.HINATA_READ_RESTRICTED));
    }

    /** Which records may be changed: the app's own, read or not. */
    Visibility written() {
        return appId == null ? Visibility.EVERYTHING : new Visibility(appId, true, false, false);
    }

    /** Whose records a PSP may rest on: the app's own and those that others shared, never restricted ones. */
    Visibility psp() {
        return appId == null ? Visibility.EVERYTHING : new Visibility(appId, true, true, false);
    }
}
