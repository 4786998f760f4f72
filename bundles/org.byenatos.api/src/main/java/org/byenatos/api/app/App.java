package org.byenatos.api.app;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registered app.
 *
 * @param appId its identifier
 * @param name for people to read
 * @param version its version
 * @param developer who makes it
 * @param description what it does
 * @param requestedScopes what it asked for
 * @param webhookUrl where to send events
 * @param limits how much it may have
 * @param status where it stands
 * @param createdAt when it registered
 * @param origins of web pages that may use its tokens
 */
public record App(
        String appId,
        String name,
        String version,
        @Nullable String developer,
        @Nullable String description,
        Set<Scope> requestedScopes,
        @Nullable String webhookUrl,
        AppLimits limits,
        AppStatus status,
        Instant createdAt,
        Set<String> origins) {

    public App {
        requestedScopes = Set.copyOf(requestedScopes);
        origins = Set.copyOf(origins);
    }

    /** An app without web pages. */
    public App(
            String appId,
            String name,
            String version,
            @Nullable String developer,
            @Nullable String description,
            Set<Scope> requestedScopes,
            @Nullable String webhookUrl,
            AppLimits limits,
            AppStatus status,
            Instant createdAt) {
        this(
                appId,
                name,
                version,
                developer,
                description,
                requestedScopes,
                webhookUrl,
                limits,
                status,
                createdAt,
                Set.of());
    }
}
