package org.byenatos.api.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.common.Json;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The users and what they granted. Thread-safe; every change is durable when the call returns. */
@ProviderType
public interface UserDirectory {

    /** Makes a user. @throws ConflictException if the identifier is taken */
    NewUser create(String userId, @Nullable String displayName);

    /** The user with this identifier. */
    Optional<User> find(String userId);

    /** All users, by identifier. */
    List<User> list();

    /** Grants scopes to an app, in place of what it had. @throws NotFoundException if user or app is unknown */
    Grant grant(Grant grant);

    /** What an app may do with a user's data now; empty if nothing was granted or the grant has ended. */
    Optional<Grant> grant(String userId, String appId);

    /**
     * Takes up a grant that an export of a user has, as {@link #grant(Grant)} does.
     *
     * @param document the grant's, as it lies in the state store
     * @return whether it was taken up: not if its app is unknown here, if it has ended, or if the app has one already
     */
    boolean adopt(String userId, Json document);

    /**
     * Removes a user with all grants and sessions, so that nothing can be done for them any more. User {@code owner}
     * stays, without any.
     *
     * @return how many things went, by what they were; empty if there is no such user
     */
    Map<String, Long> remove(String userId);

    /** Takes a grant back; sessions that live on it end at once. Returns whether there was one. */
    boolean revoke(String userId, String appId);
}
