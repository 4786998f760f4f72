package org.byenatos.api.app;

import java.time.Instant;
import org.byenatos.api.common.Json;

/**
 * One app acting for one user. Its scopes are read from the grant on every use, so that a change counts at once.
 *
 * @param sessionId identifier
 * @param appId which app
 * @param userId for whom
 * @param createdAt since when
 * @param expiresAt until when
 * @param context what the app told about now, a JSON object
 */
public record Session(
        String sessionId, String appId, String userId, Instant createdAt, Instant expiresAt, Json context) {}
