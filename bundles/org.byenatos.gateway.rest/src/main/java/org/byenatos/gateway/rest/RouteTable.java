package org.byenatos.gateway.rest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.byenatos.gateway.rest.http.IdempotencyKeys;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.route.AiRoutes;
import org.byenatos.gateway.rest.route.AppRoutes;
import org.byenatos.gateway.rest.route.Core;
import org.byenatos.gateway.rest.route.EventRoutes;
import org.byenatos.gateway.rest.route.HinataRoutes;
import org.byenatos.gateway.rest.route.MemoryRoutes;
import org.byenatos.gateway.rest.route.QuestionRoutes;
import org.byenatos.gateway.rest.route.SafekeepingRoutes;
import org.byenatos.gateway.rest.route.SessionRoutes;
import org.byenatos.gateway.rest.route.StatusRoutes;
import org.byenatos.gateway.rest.route.UpkeepRoutes;
import org.byenatos.gateway.rest.route.UserRoutes;
import org.byenatos.gateway.rest.stream.EventStreams;

/** All routes that the gateway serves. */
final class RouteTable {

    private RouteTable() {}

    static List<Route> of(Core core, EventStreams streams) {
        IdempotencyKeys keys = new IdempotencyKeys(Clock.systemUTC());
        List<Route> routes = new ArrayList<>();
        routes.addAll(StatusRoutes.of(core));
        routes.addAll(AppRoutes.of(core, keys));
        routes.addAll(UserRoutes.of(core, keys));
        routes.addAll(SafekeepingRoutes.of(core));
        routes.addAll(UpkeepRoutes.of(core));
        routes.addAll(MemoryRoutes.of(core));
        routes.addAll(SessionRoutes.of(core, keys));
        routes.addAll(HinataRoutes.of(core));
        routes.addAll(QuestionRoutes.of(core));
        routes.addAll(AiRoutes.of(core));
        routes.addAll(EventRoutes.of(core, keys, streams));
        return routes;
    }
}
