package org.byenatos.api.app;

import java.time.Duration;
import org.byenatos.api.common.Json;

/**
 * What session an app wants.
 *
 * @param userId for whom
 * @param ttl for how long, 1 second to 30 days
 * @param context what to start with, a JSON object
 */
public record SessionRequest(String userId, Duration ttl, Json context) {

    /** For how long where nothing is said. */
    public static final Duration DEFAULT_TTL = Duration.ofHours(1);
}
