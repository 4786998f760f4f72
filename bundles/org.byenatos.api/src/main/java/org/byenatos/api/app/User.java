package org.byenatos.api.app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person whose memory is kept.
 *
 * @param userId identifier ({@code [A-Za-z0-9][A-Za-z0-9._-]*}, up to 100 characters)
 * @param displayName for people to read
 * @param createdAt since when
 */
public record User(String userId, @Nullable String displayName, Instant createdAt) {

    /** The user that exists from the start. */
    public static final String OWNER = "owner";
}
