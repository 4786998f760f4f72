package org.byenatos.api.app;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an app introduces itself.
 *
 * @param appId its identifier ({@code [a-z0-9][a-z0-9._-]*}, up to 100 characters), {@code null} to get one made from
 *     the name
 * @param name for people to read, up to 200 characters
 * @param version its version
 * @param developer who makes it
 * @param description what it does
 * @param scopes what it wants to do
 * @param webhookUrl where to send events
 * @param requestsPerMinute how much it wants to ask, {@code null} for the default
 * @param origins of web pages that may use its tokens, such as {@code https://notes.example}
 */
public record AppRegistration(
        @Nullable String appId,
        String name,
        String version,
        @Nullable String developer,
        @Nullable String description,
        Set<Scope> scopes,
        @Nullable String webhookUrl,
        @Nullable Integer requestsPerMinute,
        Set<String> origins) {

    public AppRegistration {
        scopes = Set.copyOf(scopes);
        origins = Set.copyOf(origins);
    }

    /** An app without web pages. */
    public AppRegistration(
            @Nullable String appId,
            String name,
            String version,
            @Nullable String developer,
            @Nullable String description,
            Set<Scope> scopes,
            @Nullable String webhookUrl,
            @Nullable Integer requestsPerMinute) {
        this(appId, name, version, developer, description, scopes, webhookUrl, requestsPerMinute, Set.of());
    }
}
