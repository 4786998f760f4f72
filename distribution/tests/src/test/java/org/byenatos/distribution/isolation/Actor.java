package org.byenatos.distribution.isolation;

import java.util.Arrays;
import java.util.Set;
import org.byenatos.api.app.Scope;
import org.byenatos.api.hinata.Access;
import org.byenatos.distribution.Client;

/**
 * Somebody who calls, and what the design says that they may do. This is the model that the core is held to, written from
 * the design's tables and not from the core's code.
 *
 * @param kind what they show
 * @param userId whose data they act on, {@code null} if on nobody's
 * @param appId which app they are, {@code null} if none
 * @param scopes what their grant allows, {@code null} for a session whose grant was taken back
 * @param client their connection
 */
record Actor(Kind kind, String userId, String appId, Set<Scope> scopes, Client client) {

    enum Kind {
        NOBODY,
        OWNER,
        PERSON,
        APP,
        SESSION
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean person() {
        return is(Kind.OWNER) || is(Kind.PERSON);
    }

    /** Whether this is a session whose grant was taken back, which may do nothing at all. */
    boolean revoked() {
        return is(Kind.SESSION) && scopes == null;
    }

    /** Whether data calls with one of these scopes are open. */
    boolean mayUse(Scope... anyOf) {
        return person()
                || is(Kind.SESSION) && scopes != null && Arrays.stream(anyOf).anyMatch(scopes::contains);
    }

    boolean reads() {
        return mayUse(Scope.HINATA_READ, Scope.HINATA_READ_OWN);
    }

    /** Section 5 of the design: who may see a content of a record. */
    boolean sees(ModelRecord record, Content content) {
        if (!record.userId().equals(userId)) {
            return false;
        }
        if (person()) {
            return true;
        }
        if (record.appId().equals(appId)) {
            return scopes.contains(Scope.HINATA_READ) || scopes.contains(Scope.HINATA_READ_OWN);
        }
        return switch (content.access()) {
            case PRIVATE -> false;
            case RESTRICTED -> scopes.contains(Scope.HINATA_READ_RESTRICTED);
            case SHARED, PUBLIC -> scopes.contains(Scope.HINATA_READ);
        };
    }

    /** What a PSP may rest on: the app's own and what others shared, never what is restricted. */
    boolean pspRestsOn(ModelRecord record) {
        return record.userId().equals(userId)
                && record.now().access() != Access.RESTRICTED
                && (person() || record.appId().equals(appId) || record.now().access() != Access.PRIVATE);
    }

    /** Whether something that an app did for a user is theirs to look at. */
    boolean concernedBy(String user, String app) {
        return switch (kind) {
            case NOBODY -> false;
            case OWNER -> true;
            case PERSON -> user.equals(userId);
            case APP -> app.equals(appId);
            case SESSION -> !revoked() && user.equals(userId) && app.equals(appId);
        };
    }

    /** What is answered to a call that is not theirs to make. */
    int refusal() {
        return is(Kind.NOBODY) ? 401 : 403;
    }

    @Override
    public String toString() {
        return kind + " " + appId + " for " + userId + " " + scopes;
    }
}
