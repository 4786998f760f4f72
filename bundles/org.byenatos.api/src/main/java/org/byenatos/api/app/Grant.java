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
 * @param oneTime whether it is good for one session and used up by it
 */
public record Grant(
        String userId,
        String appId,
        Set<Scope> scopes,
        @Nullable Instant expiresAt,
        boolean oneTime) {

    /** A grant that is good for any number of sessions. */
    public Grant(String userId, String appId, Set<Scope> scopes, @Nullable Instant expiresAt) {
        this(userId, appId, scopes, expiresAt, false);
    }

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it holds at a time. */
    public boolean validAt(Instant time) {
        return expiresAt == null || expiresAt.isAfter(time);
    }
}
