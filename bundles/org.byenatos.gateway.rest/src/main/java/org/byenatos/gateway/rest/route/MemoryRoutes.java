package org.byenatos.gateway.rest.route;

import java.util.List;
import java.util.Map;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.psp.PspVersion;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.MemoryViews.StoryView;
import org.byenatos.gateway.rest.json.MemoryViews.VersionView;
import org.byenatos.gateway.rest.json.Views;

/** Versions of a person's PSP, the way back to one, and its components. */
public final class MemoryRoutes {

    private final Core core;

    private MemoryRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core) {
        MemoryRoutes routes = new MemoryRoutes(core);
        return List.of(
                new Route("GET", "/psp/versions", routes::versions),
                new Route("POST", "/psp/rollback", routes::rollback),
                new Route("GET", "/psp/components/{component_id}", routes::component));
    }

    private Answer versions(Exchange exchange) {
        Fields query = exchange.queryFields();
        PageRequest page = Listing.page(query);
        query.noOthers().check();
        Page<PspVersion> versions = core.data().call(data -> data.pspVersions(exchange.credential(), page));
        return Answer.ok(new Views.ListView<>(
                versions.items().stream().map(VersionView::of).toList(), versions.nextCursor()));
    }

    private Answer rollback(Exchange exchange) {
        Fields fields = exchange.body();
        Long version = fields.optionalLong("version");
        if (version == null && !fields.has("version")) {
            fields.missing("version");
        }
        fields.noOthers().check();
        long wanted = version == null ? 0 : version;
        return Answer.ok(Map.of("version", core.data().call(data -> data.rollbackPsp(exchange.credential(), wanted))));
    }

    private Answer component(Exchange exchange) {
        return Answer.ok(StoryView.of(
                core.data().call(data -> data.pspComponent(exchange.credential(), exchange.path("component_id")))));
    }
}
