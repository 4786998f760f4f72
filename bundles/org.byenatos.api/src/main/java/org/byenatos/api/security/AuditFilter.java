package org.byenatos.api.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit log are wanted.
 *
 * @param since not before, {@code null} for any
 * @param until before, {@code null} for any
 * @param userId about this user's data, {@code null} for any
 * @param appId by this app, {@code null} for anyone
 */
public record AuditFilter(
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String userId,
        @Nullable String appId) {

    /** The same, about one user's data. */
    public AuditFilter on(String user) {
        return new AuditFilter(since, until, user, appId);
    }

    /** Whether a line is wanted. */
    public boolean wants(AuditEntry entry) {
        return (since == null || !entry.at().isBefore(since))
                && (until == null || entry.at().isBefore(until))
                && (userId == null || userId.equals(entry.userId()))
                && (appId == null || entry.actor().equals("app:" + appId));
    }
}
