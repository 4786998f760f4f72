package org.byenatos.api.app;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one app may do with one user's data.
 *
 * @param userId whose data
 * @param appId which app
 * @param scopes what it may do
 * @param expiresAt until when, {@code null} for no end
 */
public record Grant(
        String userId,
        String appId,
        Set<Scope> scopes,
        @Nullable Instant expiresAt) {

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it holds at a time. */
    public boolean validAt(Instant time) {
        return expiresAt == null || expiresAt.isAfter(time);
    }
}
