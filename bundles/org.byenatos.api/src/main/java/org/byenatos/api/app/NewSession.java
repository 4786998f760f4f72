package org.byenatos.api.app;

import java.util.Set;

/**
 * A session just opened.
 *
 * @param session the session
 * @param token its token, shown this once
 * @param scopes what it may do now
 */
public record NewSession(Session session, String token, Set<Scope> scopes) {

    public NewSession {
        scopes = Set.copyOf(scopes);
    }

    /** The token stays out of logs. */
    @Override
    public String toString() {
        return "NewSession[" + session.sessionId() + "]";
    }
}
