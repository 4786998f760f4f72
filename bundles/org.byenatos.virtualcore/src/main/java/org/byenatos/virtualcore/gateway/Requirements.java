package org.byenatos.virtualcore.gateway;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.byenatos.api.app.App;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.User;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.UnauthenticatedException;
import org.jspecify.annotations.Nullable;

/** The rules of the door: whether a caller may do what it asks for, and on whose data. Stateless. */
final class Requirements {

    private Requirements() {}

    /** The caller must be the owner. */
    static Caller owner(Caller caller) {
        if (!(caller instanceof Caller.Owner)) {
            throw refuse(caller, "This needs the owner's token (data/secrets/owner.token in the core's home).");
        }
        return caller;
    }

    /** The caller must be the owner or this user. */
    static Caller ownerOrUser(Caller caller, String userId) {
        if (!(caller instanceof Caller.Person person && person.userId().equals(userId))) {
            if (!(caller instanceof Caller.Owner)) {
                throw refuse(caller, "This needs the owner's token or that of user " + userId + ".");
            }
        }
        return caller;
    }

    /** The caller must be the owner or this app, with its key. */
    static Caller ownerOrApp(Caller caller, String appId) {
        if (!(caller instanceof Caller.AppItself app && app.app().appId().equals(appId))) {
            if (!(caller instanceof Caller.Owner)) {
                throw refuse(caller, "This needs the owner's token or the key of app " + appId + ".");
            }
        }
        return caller;
    }

    /** A web page may use the tokens of an app that has its site among its origins, and no others. */
    static void mayBePage(Caller caller, @Nullable String origin) {
        if (origin == null) {
            return;
        }
        App app = caller instanceof Caller.AppForUser session
                ? session.app()
                : caller instanceof Caller.AppItself itself ? itself.app() : null;
        if (app == null || !app.origins().contains(origin)) {
            throw new PermissionDeniedException("Pages of " + origin + " may use the tokens of apps that have it among"
                    + " their origins, and no others: PATCH /apps/{app_id} with the owner's token.");
        }
    }

    /** The caller must be the owner, or somebody on this machine who shows nothing. */
    static Caller registering(Caller caller, boolean loopback) {
        if (caller instanceof Caller.Owner || (caller instanceof Caller.Anonymous && loopback)) {
            return caller;
        }
        throw new PermissionDeniedException("Apps are registered with the owner's token, or from this machine"
                + " without any token and then await the owner's approval.");
    }

    /** The caller must be an app with its key. */
    static App app(Caller caller) {
        if (caller instanceof Caller.AppItself app) {
            return app.app();
        }
        throw refuse(caller, "This needs an app's key (the api_key that the app got when it registered).");
    }

    /**
     * Whether something that an app did for a user concerns the caller: the owner, the user, the app, or a session of
     * that app for that user.
     */
    static boolean concerns(Caller caller, String appId, String userId) {
        if (caller instanceof Caller.Person person) {
            return person.userId().equals(userId);
        }
        if (caller instanceof Caller.AppItself app) {
            return app.app().appId().equals(appId);
        }
        if (caller instanceof Caller.AppForUser app) {
            return app.app().appId().equals(appId) && app.session().userId().equals(userId);
        }
        return caller instanceof Caller.Owner;
    }

    /** The caller must be known; says what is shown to whom otherwise. */
    static Caller known(Caller caller) {
        if (caller instanceof Caller.Anonymous) {
            throw new UnauthenticatedException("This needs a token: a session's, an app's, a user's or the owner's.");
        }
        return caller;
    }

    /** The caller must be a session with one of these scopes. */
    static DataAccess session(Caller caller, Scope... anyOf) {
        if (caller instanceof Caller.AppForUser app) {
            return new DataAccess(
                    app.session().userId(),
                    app.app().appId(),
                    app.session().sessionId(),
                    app.scopes(),
                    firstGranted(app, anyOf));
        }
        throw refuse(caller, "This needs a session's token: open a session with the app's key first.");
    }

    /** The caller must be a session with one of these scopes; hands on its app too. */
    static AppAccess app(Caller caller, Scope... anyOf) {
        DataAccess access = session(caller, anyOf);
        if (caller instanceof Caller.AppForUser app) {
            return new AppAccess(app.app(), access);
        }
        throw new IllegalStateException("A session without an app.");
    }

    /** The caller must be a session with one of these scopes, or a person on their own data. */
    static DataAccess sessionOrPerson(Caller caller, Scope... anyOf) {
        if (caller instanceof Caller.Owner) {
            return DataAccess.of(User.OWNER);
        }
        if (caller instanceof Caller.Person person) {
            return DataAccess.of(person.userId());
        }
        return session(caller, anyOf);
    }

    private static Scope firstGranted(Caller.AppForUser app, Scope... anyOf) {
        return Arrays.stream(anyOf)
                .filter(app.scopes()::contains)
                .findFirst()
                .orElseThrow(() -> new PermissionDeniedException(missing(app, anyOf)));
    }

    private static String missing(Caller.AppForUser app, Scope... anyOf) {
        String scopes = Arrays.stream(anyOf).map(Scope::word).collect(Collectors.joining(" or "));
        return "The scope " + scopes + " is missing. The owner can add it to the grant of app "
                + app.app().appId() + " on user " + app.session().userId() + ".";
    }

    private static ByenatosException refuse(Caller caller, String need) {
        return caller instanceof Caller.Anonymous
                ? new UnauthenticatedException(need)
                : new PermissionDeniedException(need);
    }
}
