package org.byenatos.gateway.rest.route;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.byenatos.api.Credential;
import org.byenatos.api.job.Job;
import org.byenatos.api.upkeep.ArchivePage;
import org.byenatos.api.upkeep.UpkeepTask;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.Lz4;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.UpkeepViews.ErasureView;
import org.byenatos.gateway.rest.json.Views;
import org.byenatos.gateway.rest.stream.LineStream;

/** Export, import and erasure of users; backup, restore, compaction and examination. */
public final class UpkeepRoutes {

    private static final String USER = "/users/{user_id}";
    private static final Map<String, Boolean> COMPRESSIONS = Map.of("none", false, Lz4.ENCODING, true);

    private final Core core;

    private UpkeepRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core) {
        UpkeepRoutes routes = new UpkeepRoutes(core);
        return List.of(
                new Route("GET", USER + "/export", routes::export),
                new Route("POST", USER + "/import", routes::importUser),
                new Route("DELETE", USER, routes::erase),
                new Route("POST", "/backup", exchange -> routes.onFile(exchange, UpkeepTask.Backup::new)),
                new Route("POST", "/restore", exchange -> routes.onFile(exchange, UpkeepTask.Restore::new)),
                new Route("POST", "/compact", exchange -> routes.begin(exchange, new UpkeepTask.Compact())),
                new Route("POST", "/verify", exchange -> routes.begin(exchange, new UpkeepTask.Verify())));
    }

    /** The first part is read before the answer begins, so that a refusal is a problem document. */
    private Answer export(Exchange exchange) {
        Fields query = exchange.queryFields();
        boolean file = query.word("compression", COMPRESSIONS, false);
        query.noOthers().check();
        Credential credential = exchange.credential();
        String userId = exchange.path("user_id");
        ArchivePage first = core.upkeep().call(upkeep -> upkeep.exportUser(credential, userId, null));
        LineStream lines = new LineStream(
                first,
                cursor -> core.upkeep().call(upkeep -> upkeep.exportUser(credential, userId, cursor)),
                file || exchange.accepts(Lz4.ENCODING));
        if (file) {
            return Answer.stream("application/x-lz4", lines);
        }
        Map<String, String> headers = exchange.accepts(Lz4.ENCODING)
                ? Map.of("Content-Encoding", Lz4.ENCODING, "Vary", "Accept-Encoding")
                : Map.of();
        return new Answer(200, Exchange.NDJSON, lines, headers);
    }

    private Answer importUser(Exchange exchange) {
        exchange.requireType(Exchange.NDJSON, "application/x-lz4");
        try (InputStream in = exchange.lines()) {
            return job(received(exchange, in));
        } catch (IOException gone) {
            throw Exchange.gone();
        }
    }

    private Job received(Exchange exchange, InputStream in) {
        return core.upkeep().call(upkeep -> {
            try {
                return upkeep.importUser(exchange.credential(), exchange.path("user_id"), in);
            } catch (IOException gone) {
                throw Exchange.gone();
            }
        });
    }

    private Answer erase(Exchange exchange) {
        return Answer.ok(ErasureView.of(
                core.upkeep().call(upkeep -> upkeep.eraseUser(exchange.credential(), exchange.path("user_id")))));
    }

    private Answer onFile(Exchange exchange, Function<String, UpkeepTask> task) {
        Fields fields = exchange.body();
        String file = fields.text("file");
        fields.noOthers().check();
        return job(core.upkeep().call(upkeep -> upkeep.begin(exchange.credential(), task.apply(file))));
    }

    private Answer begin(Exchange exchange, UpkeepTask task) {
        exchange.optionalBody().noOthers().check();
        return job(core.upkeep().call(upkeep -> upkeep.begin(exchange.credential(), task)));
    }

    private static Answer job(Job job) {
        return Answer.accepted(Views.JobView.of(job));
    }
}
