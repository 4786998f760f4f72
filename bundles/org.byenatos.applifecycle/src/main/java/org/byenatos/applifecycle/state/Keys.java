package org.byenatos.applifecycle.state;

import org.byenatos.api.state.StateKey;

/** The names of this module's documents. What is a user's lies under that user, sealed with their key. */
public final class Keys {

    static final String APPS = "app";
    static final String USERS = "user";
    static final String GRANTS = "grant";
    static final String SESSIONS = "session";
    static final String CONTEXTS = "session_context";

    static final String DAYS = "app_day";

    private Keys() {}

    /** An app's. */
    public static StateKey app(String appId) {
        return StateKey.of(APPS, appId);
    }

    /** What an app added on a day. */
    public static StateKey day(String appId) {
        return StateKey.of(DAYS, appId);
    }

    /** A user's. */
    public static StateKey user(String userId) {
        return new StateKey(USERS, userId, userId);
    }

    /** A grant's. */
    public static StateKey grant(String userId, String appId) {
        return new StateKey(GRANTS, userId, appId);
    }

    /** A session's. */
    public static StateKey session(SessionEntry session) {
        return new StateKey(SESSIONS, session.userId(), session.sessionId());
    }

    /** A session's context's. */
    public static StateKey context(SessionEntry session) {
        return new StateKey(CONTEXTS, session.userId(), session.sessionId());
    }
}
