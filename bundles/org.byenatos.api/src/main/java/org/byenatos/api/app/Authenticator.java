package org.byenatos.api.app;

import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.UnauthenticatedException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Tells who a token stands for. Thread-safe. */
@ProviderType
public interface Authenticator {

    /**
     * Who holds this token.
     *
     * @param token the bearer token, {@code null} if none was given ({@link Caller.Anonymous} then)
     * @throws UnauthenticatedException if the token is unknown, expired or revoked
     * @throws PermissionDeniedException if it is the key or session of an app that is pending or paused
     */
    Caller identify(@Nullable String token);
}
