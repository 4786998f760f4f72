package org.byenatos.gateway.rest.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Locale;
import org.byenatos.api.CoreStatus;
import org.byenatos.api.app.App;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.app.Session;
import org.byenatos.api.app.User;
import org.byenatos.api.job.Job;
import org.jspecify.annotations.Nullable;

/** The shapes of answers; member names are snake_case on the wire. */
public final class Views {

    private Views() {}

    /** A list. */
    public record ListView<T>(
            List<T> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String nextCursor) {}

    /** How a module fares. */
    public record ModuleView(String name, String state, String version) {}

    /** How the core fares. */
    public record StatusView(String name, String version, boolean ready, long uptimeMs, List<ModuleView> modules) {

        public static StatusView of(CoreStatus status) {
            List<ModuleView> modules = status.modules().stream()
                    .map(module -> new ModuleView(module.name(), module.state(), module.version()))
                    .toList();
            return new StatusView(
                    status.name(),
                    status.version(),
                    status.ready(),
                    status.uptime().toMillis(),
                    modules);
        }
    }

    /** An app. */
    public record AppView(
            String appId,
            String name,
            String version,
            @Nullable String developer,
            @Nullable String description,
            List<String> scopes,
            @Nullable String webhookUrl,
            int requestsPerMinute,
            int sessionRequestsPerMinute,
            int concurrentRequests,
            long recordsPerDay,
            long bytesPerDay,
            String priority,
            List<String> origins,
            String status,
            String createdAt) {

        public static AppView of(App app) {
            return new AppView(
                    app.appId(),
                    app.name(),
                    app.version(),
                    app.developer(),
                    app.description(),
                    Words.of(app.requestedScopes()),
                    app.webhookUrl(),
                    app.limits().requestsPerMinute(),
                    app.limits().sessionRequestsPerMinute(),
                    app.limits().concurrentRequests(),
                    app.limits().recordsPerDay(),
                    app.limits().bytesPerDay(),
                    app.limits().priority().name().toLowerCase(Locale.ROOT),
                    app.origins().stream().sorted().toList(),
                    app.status().word(),
                    app.createdAt().toString());
        }
    }

    /** An app just registered. */
    public record RegisteredView(
            String appId, String apiKey, String status, List<String> grantedScopes, List<String> pendingScopes) {

        public static RegisteredView of(RegisteredApp registered) {
            return new RegisteredView(
                    registered.app().appId(),
                    registered.apiKey(),
                    registered.app().status().word(),
                    Words.of(registered.grantedScopes()),
                    Words.of(registered.pendingScopes()));
        }
    }

    /** A new key. */
    public record KeyView(String appId, String apiKey, String earlierKeysUntil) {}

    /** A user. */
    public record UserView(String userId, @Nullable String displayName, String createdAt) {

        public static UserView of(User user) {
            return new UserView(
                    user.userId(), user.displayName(), user.createdAt().toString());
        }
    }

    /** A user just made. */
    public record NewUserView(String userId, String userToken) {}

    /** A grant. */
    public record GrantView(
            String userId,
            String appId,
            List<String> scopes,
            @Nullable String expiresAt,
            boolean oneTime) {

        public static GrantView of(Grant grant) {
            return new GrantView(
                    grant.userId(),
                    grant.appId(),
                    Words.of(grant.scopes()),
                    Times.text(grant.expiresAt()),
                    grant.oneTime());
        }
    }

    /** A session just opened. */
    public record NewSessionView(String sessionId, String token, String userId, List<String> scopes, String expiresAt) {

        public static NewSessionView of(NewSession opened) {
            return new NewSessionView(
                    opened.session().sessionId(),
                    opened.token(),
                    opened.session().userId(),
                    Words.of(opened.scopes()),
                    opened.session().expiresAt().toString());
        }
    }

    /** A session. */
    public record SessionView(
            String sessionId,
            String appId,
            String userId,
            String createdAt,
            String expiresAt,
            @JsonRawValue String context) {

        public static SessionView of(Session session) {
            return new SessionView(
                    session.sessionId(),
                    session.appId(),
                    session.userId(),
                    session.createdAt().toString(),
                    session.expiresAt().toString(),
                    session.context().text());
        }
    }

    /** A job. */
    public record JobView(
            String jobId,
            String kind,
            String state,
            int total,
            int done,
            String createdAt,
            @Nullable String finishedAt,
            @Nullable String error,
            @JsonRawValue @Nullable String result) {

        public static JobView of(Job job) {
            return new JobView(
                    job.id(),
                    job.kind(),
                    job.state().name().toLowerCase(Locale.ROOT),
                    job.total(),
                    job.done(),
                    job.createdAt().toString(),
                    Times.text(job.finishedAt()),
                    job.error(),
                    job.result() == null ? null : job.result().text());
        }
    }
}
