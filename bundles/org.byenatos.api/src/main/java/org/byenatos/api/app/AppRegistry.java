package org.byenatos.api.app;

import java.util.List;
import java.util.Optional;
import org.byenatos.api.error.ConflictException;
import org.osgi.annotation.versioning.ProviderType;

/** The apps. Thread-safe; every change is durable when the call returns. */
@ProviderType
public interface AppRegistry {

    /**
     * Registers an app.
     *
     * @param byOwner whether the owner does; the app is active then and granted its scopes on user {@code owner}.
     *     Otherwise it is pending until {@link #approve}.
     * @throws ConflictException if the identifier is taken
     */
    RegisteredApp register(AppRegistration registration, boolean byOwner);

    /** The app with this identifier. */
    Optional<App> find(String appId);

    /** All apps, by identifier. */
    List<App> list();

    /** Changes an app. @throws NotFoundException if there is none */
    App update(String appId, AppUpdate update);

    /** Approves a pending app and grants the scopes that it asked for on user {@code owner}. */
    App approve(String appId);

    /** Gives an app a new key; the one before ends at once. */
    String rotateKey(String appId);

    /** Removes an app with its grants and sessions; its records stay the user's. Returns whether it was there. */
    boolean remove(String appId);
}
