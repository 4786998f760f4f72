package org.byenatos.gateway.rest.route;

import java.util.List;
import java.util.function.Function;
import org.byenatos.api.Safekeeping;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.security.AuditFilter;
import org.byenatos.api.security.AuditRecord;
import org.byenatos.api.security.KeyState;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.SafekeepingViews.KeysView;
import org.byenatos.gateway.rest.json.SafekeepingViews.LineView;
import org.byenatos.gateway.rest.json.SafekeepingViews.ReportView;
import org.byenatos.gateway.rest.json.SafekeepingViews.UserKeyView;
import org.byenatos.gateway.rest.json.Views;

/** {@code /keys}, the keys of users, and {@code /audit}. */
public final class SafekeepingRoutes {

    private final Core core;

    private SafekeepingRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core) {
        SafekeepingRoutes routes = new SafekeepingRoutes(core);
        return List.of(
                new Route("GET", "/keys", routes::keys),
                new Route("POST", "/keys/rotate", routes::rotate),
                new Route("PUT", "/keys/passphrase", routes::setPassphrase),
                new Route("DELETE", "/keys/passphrase", routes::removePassphrase),
                new Route("POST", "/users/{user_id}/key", routes::rotateUser),
                new Route("GET", "/audit", routes::audit),
                new Route("POST", "/audit/verify", routes::verify));
    }

    private Answer keys(Exchange exchange) {
        return state(safe -> safe.keys(exchange.credential()));
    }

    private Answer rotate(Exchange exchange) {
        exchange.optionalBody().noOthers().check();
        return state(safe -> safe.rotateMasterKey(exchange.credential()));
    }

    private Answer setPassphrase(Exchange exchange) {
        Fields fields = exchange.body();
        String passphrase = fields.text("passphrase");
        fields.noOthers().check();
        return state(safe -> safe.usePassphrase(exchange.credential(), passphrase.toCharArray()));
    }

    private Answer removePassphrase(Exchange exchange) {
        return state(safe -> safe.useKeyFile(exchange.credential()));
    }

    private Answer rotateUser(Exchange exchange) {
        exchange.optionalBody().noOthers().check();
        String userId = exchange.path("user_id");
        int keys = core.safekeeping().call(safe -> safe.rotateUserKey(exchange.credential(), userId));
        return Answer.ok(new UserKeyView(userId, keys));
    }

    private Answer audit(Exchange exchange) {
        Fields fields = exchange.queryFields();
        AuditFilter filter = new AuditFilter(
                fields.optionalInstant("since"),
                fields.optionalInstant("until"),
                fields.optionalText("user_id"),
                fields.optionalText("app_id"));
        PageRequest page = Listing.page(fields);
        fields.noOthers().check();
        Page<AuditRecord> lines = core.safekeeping().call(safe -> safe.audit(exchange.credential(), filter, page));
        return Answer.ok(
                new Views.ListView<>(lines.items().stream().map(LineView::of).toList(), lines.nextCursor()));
    }

    private Answer verify(Exchange exchange) {
        exchange.optionalBody().noOthers().check();
        return Answer.ok(ReportView.of(core.safekeeping().call(safe -> safe.verifyAudit(exchange.credential()))));
    }

    private Answer state(Function<Safekeeping, KeyState> call) {
        return Answer.ok(KeysView.of(core.safekeeping().call(call)));
    }
}
