package org.byenatos.api.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.jspecify.annotations.Nullable;
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

    /**
     * Changes an app.
     *
     * @param byOwner whether the owner does; what is said of scopes is granted on user {@code owner} then. An app itself
     *     asks for them and waits for {@link #approve}, and changes neither its limits nor its status.
     * @throws NotFoundException if there is none
     * @throws PermissionDeniedException if the app may not change that
     */
    App update(String appId, AppUpdate update, boolean byOwner);

    /** Approves a pending app, and grants the scopes that it asks for on user {@code owner}. */
    App approve(String appId);

    /**
     * Gives an app a new key.
     *
     * @param overlap for how long the keys before it still open the door, 0 for not at all, up to 30 days; {@code null}
     *     for the configured time
     */
    NewKey rotateKey(String appId, @Nullable Duration overlap);

    /** Removes an app with its grants and sessions; its records stay the user's. Returns whether it was there. */
    boolean remove(String appId);
}
