package org.byenatos.api.app;

import java.util.Set;

/** Who calls. */
public sealed interface Caller {

    /** How the audit log names the caller. */
    String actor();

    /** The owner of the daemon, who may administer and acts as user {@code owner} on data. */
    record Owner() implements Caller {
        @Override
        public String actor() {
            return "owner";
        }
    }

    /**
     * A user, with their own token.
     *
     * @param userId who
     */
    record Person(String userId) implements Caller {
        @Override
        public String actor() {
            return "user:" + userId;
        }
    }

    /**
     * An app outside any session.
     *
     * @param app which
     */
    record AppItself(App app) implements Caller {
        @Override
        public String actor() {
            return "app:" + app.appId();
        }
    }

    /**
     * An app acting for a user.
     *
     * @param app which app
     * @param session in which session
     * @param scopes what it may do now
     */
    record AppForUser(App app, Session session, Set<Scope> scopes) implements Caller {

        public AppForUser {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public String actor() {
            return "app:" + app.appId();
        }
    }

    /** Nobody known: no token was given. */
    record Anonymous() implements Caller {
        @Override
        public String actor() {
            return "anonymous";
        }
    }
}
