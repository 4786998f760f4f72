package org.byenatos.gateway.rest.route;

import java.time.Duration;
import java.util.List;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.common.Json;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.RecordViews;
import org.byenatos.gateway.rest.json.Words;

/** {@code /ai}. */
public final class AiRoutes {

    private final Core core;

    private AiRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core) {
        return List.of(new Route("POST", "/ai/compute", new AiRoutes(core)::compute));
    }

    private Answer compute(Exchange exchange) {
        Fields fields = exchange.body();
        for (String required : List.of("task", "input")) {
            if (!fields.has(required)) {
                fields.missing(required);
            }
        }
        Integer deadline = fields.optionalInteger("deadline_ms");
        if (deadline != null && deadline < 1) {
            fields.wrong("/deadline_ms", "must be at least 1");
        }
        Json input = fields.json("input");
        AiRequest request = new AiRequest(
                fields.word("task", Words.TASKS, AiTask.LANGUAGE),
                input == null ? Json.EMPTY_OBJECT : input,
                fields.optionalText("model"),
                fields.word("priority", Words.PRIORITIES, Priority.NORMAL),
                deadline == null ? null : Duration.ofMillis(deadline),
                fields.json("options"));
        fields.noOthers().check();
        return Answer.ok(RecordViews.ComputeView.of(
                core.calls().call(calls -> calls.localAiCompute(exchange.credential(), request))));
    }
}
