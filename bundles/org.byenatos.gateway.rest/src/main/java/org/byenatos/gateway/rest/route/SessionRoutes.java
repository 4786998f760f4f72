package org.byenatos.gateway.rest.route;

import java.time.Duration;
import java.util.List;
import org.byenatos.api.app.SessionRequest;
import org.byenatos.api.app.User;
import org.byenatos.api.common.Json;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.IdempotencyKeys;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.Views;

/** {@code /sessions} and their context. */
public final class SessionRoutes {

    private static final String SESSION = "/sessions/{session_id}";

    private final Core core;

    private SessionRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core, IdempotencyKeys keys) {
        SessionRoutes routes = new SessionRoutes(core);
        return List.of(
                new Route("POST", "/sessions", keys.keeping("POST /sessions", routes::open)),
                new Route("GET", SESSION, routes::get),
                new Route("DELETE", SESSION, routes::close),
                new Route("PATCH", SESSION + "/context", routes::updateContext));
    }

    private Answer open(Exchange exchange) {
        Fields fields = exchange.optionalBody();
        String userId = fields.optionalText("user_id");
        int ttl = fields.integer("ttl_seconds", (int) SessionRequest.DEFAULT_TTL.toSeconds());
        Json context = fields.json("context");
        fields.noOthers().check();
        SessionRequest request = new SessionRequest(
                userId == null ? User.OWNER : userId,
                Duration.ofSeconds(ttl),
                context == null ? Json.EMPTY_OBJECT : context);
        return Answer.created(Views.NewSessionView.of(
                core.calls().call(calls -> calls.virtualSessionCreate(exchange.credential(), request))));
    }

    private Answer get(Exchange exchange) {
        return Answer.ok(Views.SessionView.of(
                core.data().call(data -> data.session(exchange.credential(), exchange.path("session_id")))));
    }

    private Answer close(Exchange exchange) {
        core.data().run(data -> data.closeSession(exchange.credential(), exchange.path("session_id")));
        return Answer.nothing();
    }

    private Answer updateContext(Exchange exchange) {
        Json patch = exchange.json();
        Json context = core.calls()
                .call(calls -> calls.virtualContextUpdate(exchange.credential(), exchange.path("session_id"), patch));
        return Answer.ok(new RawJson(context.text()));
    }
}
