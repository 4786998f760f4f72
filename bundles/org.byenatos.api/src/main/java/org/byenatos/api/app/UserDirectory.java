package org.byenatos.api.app;

import java.util.List;
import java.util.Optional;
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

    /** Takes a grant back; sessions that live on it end at once. Returns whether there was one. */
    boolean revoke(String userId, String appId);
}
