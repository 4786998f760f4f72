package org.byenatos.applifecycle.state;

import java.time.LocalDate;
import java.util.Locale;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.User;
import org.byenatos.api.common.Json;
import org.byenatos.api.state.StateKey;

/** The form of this module's documents. They hold hashes of tokens, never tokens. Stateless. */
public final class Documents {

    private Documents() {}

    /** An app's document. */
    public static Json of(AppEntry entry) {
        App app = entry.app();
        return Document.empty()
                .put("app_id", app.appId())
                .put("name", app.name())
                .put("version", app.version())
                .put("developer", app.developer())
                .put("description", app.description())
                .put("scopes", app.requestedScopes())
                .put("webhook_url", app.webhookUrl())
                .put("limits", LimitsDocument.of(app.limits()))
                .put("status", app.status().word())
                .put("created_at", app.createdAt())
                .put("key_hash", entry.keyHash())
                .put("earlier_keys", entry.earlier())
                .putTexts("origins", app.origins())
                .json();
    }

    /** A user's document. */
    public static Json of(UserEntry entry) {
        return Document.empty()
                .put("user_id", entry.user().userId())
                .put("display_name", entry.user().displayName())
                .put("created_at", entry.user().createdAt())
                .put("token_hash", entry.tokenHash())
                .json();
    }

    /** A grant's document. */
    public static Json of(GrantEntry entry) {
        return Document.empty()
                .put("user_id", entry.grant().userId())
                .put("app_id", entry.grant().appId())
                .put("scopes", entry.grant().scopes())
                .put("expires_at", entry.grant().expiresAt())
                .put("grant_id", entry.grantId())
                .put("one_time", entry.grant().oneTime())
                .put("used_by", entry.usedBy())
                .json();
    }

    /** A session's document. */
    public static Json of(SessionEntry entry) {
        return Document.empty()
                .put("session_id", entry.sessionId())
                .put("app_id", entry.appId())
                .put("user_id", entry.userId())
                .put("grant_id", entry.grantId())
                .put("token_hash", entry.tokenHash())
                .put("created_at", entry.createdAt())
                .put("expires_at", entry.expiresAt())
                .put("has_context", entry.hasContext())
                .json();
    }

    static Json of(DayUse use) {
        return Document.empty()
                .put("day", use.day().toString())
                .put("records", use.records())
                .put("bytes", use.bytes())
                .json();
    }

    static DayUse day(StateKey key, Json json) {
        Document document = Document.of(key, json);
        return new DayUse(
                LocalDate.parse(document.text("day")), document.longInteger("records"), document.longInteger("bytes"));
    }

    static AppEntry app(StateKey key, Json json) {
        Document document = Document.of(key, json);
        App app = new App(
                document.text("app_id"),
                document.text("name"),
                document.text("version"),
                document.textOrNull("developer"),
                document.textOrNull("description"),
                document.scopes("scopes"),
                document.textOrNull("webhook_url"),
                LimitsDocument.read(document.object("limits")),
                status(document.text("status")),
                document.time("created_at"),
                document.texts("origins"));
        return new AppEntry(app, document.text("key_hash"), document.keys("earlier_keys"));
    }

    static UserEntry user(StateKey key, Json json) {
        Document document = Document.of(key, json);
        User user =
                new User(document.text("user_id"), document.textOrNull("display_name"), document.time("created_at"));
        return new UserEntry(user, document.textOrNull("token_hash"));
    }

    /** The grant of a document that comes from outside. */
    public static GrantEntry grant(Json json) {
        return grant(StateKey.of(Keys.GRANTS, ""), json);
    }

    static GrantEntry grant(StateKey key, Json json) {
        Document document = Document.of(key, json);
        Grant grant = new Grant(
                document.text("user_id"),
                document.text("app_id"),
                document.scopes("scopes"),
                document.timeOrNull("expires_at"),
                document.flag("one_time"));
        return new GrantEntry(grant, document.text("grant_id"), document.textOrNull("used_by"));
    }

    static SessionEntry session(StateKey key, Json json) {
        Document document = Document.of(key, json);
        return new SessionEntry(
                document.text("session_id"),
                document.text("app_id"),
                document.text("user_id"),
                document.text("grant_id"),
                document.text("token_hash"),
                document.time("created_at"),
                document.time("expires_at"),
                document.flag("has_context"));
    }

    /** A status of a later version stops the app rather than letting it in. */
    private static AppStatus status(String word) {
        for (AppStatus status : AppStatus.values()) {
            if (status.word().equals(word.toLowerCase(Locale.ROOT))) {
                return status;
            }
        }
        return AppStatus.PAUSED;
    }
}
