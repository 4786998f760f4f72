package org.byenatos.api.app;

import org.jspecify.annotations.Nullable;

/**
 * What is to change of an app; {@code null} members stay.
 *
 * @param name for people to read
 * @param version its version
 * @param developer who makes it
 * @param description what it does
 * @param webhookUrl where to send events
 * @param requestsPerMinute how much it may ask
 * @param status {@link AppStatus#ACTIVE} or {@link AppStatus#PAUSED}
 */
public record AppUpdate(
        @Nullable String name,
        @Nullable String version,
        @Nullable String developer,
        @Nullable String description,
        @Nullable String webhookUrl,
        @Nullable Integer requestsPerMinute,
        @Nullable AppStatus status) {}
