package org.byenatos.gateway.rest.route;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.AppRegistration;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.AppUpdate;
import org.byenatos.api.app.NewKey;
import org.byenatos.api.app.Scope;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.IdempotencyKeys;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.Views;
import org.byenatos.gateway.rest.json.Words;

/** {@code /apps}. */
public final class AppRoutes {

    private final Core core;

    private AppRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core, IdempotencyKeys keys) {
        AppRoutes routes = new AppRoutes(core);
        return List.of(
                new Route("POST", "/apps", keys.keeping("POST /apps", routes::register)),
                new Route("GET", "/apps", routes::list),
                new Route("GET", "/apps/{app_id}", routes::get),
                new Route("PATCH", "/apps/{app_id}", routes::update),
                new Route("DELETE", "/apps/{app_id}", routes::remove),
                new Route("POST", "/apps/{app_id}/key", routes::rotateKey),
                new Route("POST", "/apps/{app_id}/approve", routes::approve));
    }

    private Answer register(Exchange exchange) {
        Fields fields = exchange.body();
        AppRegistration registration = new AppRegistration(
                fields.optionalText("app_id"),
                fields.text("name"),
                fields.text("version"),
                fields.optionalText("developer"),
                fields.optionalText("description"),
                scopes(fields),
                fields.optionalText("webhook_url"),
                fields.optionalInteger("requests_per_minute"),
                Set.copyOf(fields.optionalTexts("origins")));
        fields.noOthers().check();
        return Answer.created(Views.RegisteredView.of(
                core.calls().call(calls -> calls.virtualAppRegister(exchange.credential(), registration))));
    }

    private Answer list(Exchange exchange) {
        List<Views.AppView> apps = core.admin().call(admin -> admin.apps(exchange.credential())).stream()
                .map(Views.AppView::of)
                .toList();
        return Listing.answer(exchange, apps, Views.AppView::appId);
    }

    private Answer get(Exchange exchange) {
        return Answer.ok(Views.AppView.of(
                core.admin().call(admin -> admin.app(exchange.credential(), exchange.path("app_id")))));
    }

    private Answer update(Exchange exchange) {
        Fields fields = exchange.body();
        AppUpdate update = new AppUpdate(
                fields.optionalText("name"),
                fields.optionalText("version"),
                fields.optionalText("developer"),
                fields.optionalText("description"),
                fields.optionalText("webhook_url"),
                fields.has("scopes") ? fields.words("scopes", Words.SCOPES) : null,
                limits(fields),
                fields.has("origins") ? Set.copyOf(fields.optionalTexts("origins")) : null,
                fields.has("status") ? fields.word("status", Words.APP_STATES, AppStatus.ACTIVE) : null);
        fields.noOthers().check();
        return Answer.ok(Views.AppView.of(
                core.admin().call(admin -> admin.updateApp(exchange.credential(), exchange.path("app_id"), update))));
    }

    private Answer remove(Exchange exchange) {
        Fields fields = exchange.queryFields();
        boolean withRecords = fields.word("records", Words.RECORDS, false);
        fields.noOthers().check();
        core.admin().run(admin -> admin.removeApp(exchange.credential(), exchange.path("app_id"), withRecords));
        return Answer.nothing();
    }

    private Answer rotateKey(Exchange exchange) {
        String appId = exchange.path("app_id");
        Fields fields = exchange.optionalBody();
        Integer seconds = fields.optionalInteger("overlap_seconds");
        fields.noOthers().check();
        Duration overlap = seconds == null ? null : Duration.ofSeconds(seconds);
        NewKey key = core.admin().call(admin -> admin.rotateAppKey(exchange.credential(), appId, overlap));
        return Answer.ok(new Views.KeyView(appId, key.key(), key.earlierUntil().toString()));
    }

    private Answer approve(Exchange exchange) {
        return Answer.ok(Views.AppView.of(
                core.admin().call(admin -> admin.approveApp(exchange.credential(), exchange.path("app_id")))));
    }

    private static AppLimits.Changes limits(Fields fields) {
        return new AppLimits.Changes(
                fields.optionalInteger("requests_per_minute"),
                fields.optionalInteger("session_requests_per_minute"),
                fields.optionalInteger("concurrent_requests"),
                fields.optionalLong("records_per_day"),
                fields.optionalLong("bytes_per_day"),
                fields.has("priority") ? fields.word("priority", Words.PRIORITIES, Priority.NORMAL) : null);
    }

    private static Set<Scope> scopes(Fields fields) {
        if (!fields.has("scopes")) {
            fields.missing("scopes");
        }
        return fields.words("scopes", Words.SCOPES);
    }
}
