package org.byenatos.api.app;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of an app; {@code null} members stay.
 *
 * @param name for people to read
 * @param version its version
 * @param developer who makes it
 * @param description what it does
 * @param webhookUrl where to send events
 * @param scopes what it asks for; if the owner says so, also what it is granted on user {@code owner}, none for nothing
 * @param limits how much it may have
 * @param origins of web pages that may use its tokens
 * @param status {@link AppStatus#ACTIVE} or {@link AppStatus#PAUSED}
 */
public record AppUpdate(
        @Nullable String name,
        @Nullable String version,
        @Nullable String developer,
        @Nullable String description,
        @Nullable String webhookUrl,
        @Nullable Set<Scope> scopes,
        AppLimits.Changes limits,
        @Nullable Set<String> origins,
        @Nullable AppStatus status) {

    /** Changes nothing. */
    public static final AppUpdate NOTHING =
            new AppUpdate(null, null, null, null, null, null, AppLimits.Changes.NONE, null, null);

    public AppUpdate {
        scopes = scopes == null ? null : Set.copyOf(scopes);
        origins = origins == null ? null : Set.copyOf(origins);
    }

    /** Changes where the app stands. */
    public static AppUpdate to(AppStatus status) {
        return new AppUpdate(null, null, null, null, null, null, AppLimits.Changes.NONE, null, status);
    }

    /** Changes how much the app may have. */
    public static AppUpdate to(AppLimits.Changes limits) {
        return new AppUpdate(null, null, null, null, null, null, limits, null, null);
    }

    /** Changes what the app asks for. */
    public static AppUpdate to(Set<Scope> scopes) {
        return new AppUpdate(null, null, null, null, null, scopes, AppLimits.Changes.NONE, null, null);
    }
}
