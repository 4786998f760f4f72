package org.byenatos.applifecycle.state;

import java.time.Instant;
import org.byenatos.api.app.Session;
import org.byenatos.api.common.Json;

/**
 * A session as it is kept, without its context.
 *
 * @param sessionId identifier
 * @param appId which app
 * @param userId for whom
 * @param grantId on which grant it was opened
 * @param tokenHash the hash of its token
 * @param createdAt since when
 * @param expiresAt until when
 * @param hasContext whether there is a context document
 */
public record SessionEntry(
        String sessionId,
        String appId,
        String userId,
        String grantId,
        String tokenHash,
        Instant createdAt,
        Instant expiresAt,
        boolean hasContext) {

    /** The same, with or without a context document. */
    public SessionEntry withContext(boolean there) {
        return new SessionEntry(sessionId, appId, userId, grantId, tokenHash, createdAt, expiresAt, there);
    }

    /** The session as others see it. */
    public Session session(Json context) {
        return new Session(sessionId, appId, userId, createdAt, expiresAt, context);
    }

    /** Whether it is over at a time. */
    public boolean expiredAt(Instant time) {
        return !expiresAt.isAfter(time);
    }

    @Override
    public String toString() {
        return "SessionEntry[" + sessionId + "]";
    }
}
