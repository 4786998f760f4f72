package org.byenatos.gateway.rest.route;

import java.util.List;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.NewUser;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.IdempotencyKeys;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.Views;
import org.byenatos.gateway.rest.json.Words;

/** {@code /users} and the grants below it. */
public final class UserRoutes {

    private static final String GRANT = "/users/{user_id}/grants/{app_id}";

    private final Core core;

    private UserRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core, IdempotencyKeys keys) {
        UserRoutes routes = new UserRoutes(core);
        return List.of(
                new Route("POST", "/users", keys.keeping("POST /users", routes::create)),
                new Route("GET", "/users", routes::list),
                new Route("PUT", GRANT, routes::grant),
                new Route("GET", GRANT, routes::granted),
                new Route("DELETE", GRANT, routes::revoke));
    }

    private Answer create(Exchange exchange) {
        Fields fields = exchange.body();
        String userId = fields.text("user_id");
        String displayName = fields.optionalText("display_name");
        fields.noOthers().check();
        NewUser created = core.admin().call(admin -> admin.createUser(exchange.credential(), userId, displayName));
        return Answer.created(new Views.NewUserView(created.user().userId(), created.token()));
    }

    private Answer list(Exchange exchange) {
        List<Views.UserView> users = core.admin().call(admin -> admin.users(exchange.credential())).stream()
                .map(Views.UserView::of)
                .toList();
        return Listing.answer(exchange, users, Views.UserView::userId);
    }

    private Answer grant(Exchange exchange) {
        Fields fields = exchange.body();
        if (!fields.has("scopes")) {
            fields.missing("scopes");
        }
        Grant grant = new Grant(
                exchange.path("user_id"),
                exchange.path("app_id"),
                fields.words("scopes", Words.SCOPES),
                fields.optionalInstant("expires_at"),
                fields.flag("one_time"));
        fields.noOthers().check();
        return Answer.ok(Views.GrantView.of(core.admin().call(admin -> admin.grant(exchange.credential(), grant))));
    }

    private Answer granted(Exchange exchange) {
        return Answer.ok(Views.GrantView.of(core.admin()
                .call(admin -> admin.grant(exchange.credential(), exchange.path("user_id"), exchange.path("app_id")))));
    }

    private Answer revoke(Exchange exchange) {
        core.admin()
                .run(admin ->
                        admin.revokeGrant(exchange.credential(), exchange.path("user_id"), exchange.path("app_id")));
        return Answer.nothing();
    }
}
