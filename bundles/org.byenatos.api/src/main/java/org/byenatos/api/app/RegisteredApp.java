package org.byenatos.api.app;

import java.util.Set;

/**
 * The answer to a registration.
 *
 * @param app the app
 * @param apiKey its key, shown this once
 * @param grantedScopes what it may do on user {@code owner}
 * @param pendingScopes what awaits the owner's approval
 */
public record RegisteredApp(App app, String apiKey, Set<Scope> grantedScopes, Set<Scope> pendingScopes) {

    public RegisteredApp {
        grantedScopes = Set.copyOf(grantedScopes);
        pendingScopes = Set.copyOf(pendingScopes);
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "RegisteredApp[" + app.appId() + "]";
    }
}
