package org.byenatos.gateway.rest.route;

import java.util.List;
import org.byenatos.api.Administration;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Views;

/** {@code /status}. */
public final class StatusRoutes {

    private StatusRoutes() {}

    public static List<Route> of(Core core) {
        return List.of(new Route(
                "GET",
                "/status",
                exchange -> Answer.ok(Views.StatusView.of(core.admin().call(Administration::status)))));
    }
}
