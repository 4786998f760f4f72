package org.byenatos.applifecycle.app;

import org.byenatos.api.app.App;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.AppUpdate;
import org.jspecify.annotations.Nullable;

/** Apps with something changed. Stateless. */
final class AppChanges {

    private AppChanges() {}

    /** An app after an update: {@code null} members stay, empty optional ones are taken away. */
    static App apply(App app, AppUpdate update) {
        return new App(
                app.appId(),
                or(update.name(), app.name()),
                or(update.version(), app.version()),
                update.developer() == null ? app.developer() : orNone(update.developer()),
                update.description() == null ? app.description() : orNone(update.description()),
                or(update.scopes(), app.requestedScopes()),
                update.webhookUrl() == null ? app.webhookUrl() : orNone(update.webhookUrl()),
                app.limits().with(update.limits()),
                or(update.status(), app.status()),
                app.createdAt(),
                or(update.origins(), app.origins()));
    }

    /** An app with another status. */
    static App withStatus(App app, AppStatus status) {
        return apply(app, AppUpdate.to(status));
    }

    /** A text, {@code null} if it is empty. */
    static @Nullable String orNone(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static <T> T or(@Nullable T changed, T present) {
        return changed == null ? present : changed;
    }
}
