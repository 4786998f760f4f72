package org.byenatos.gateway.rest.route;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.byenatos.api.LocalModels;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.ModelStatus;
import org.byenatos.api.common.Json;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.ModelViews.MetricsView;
import org.byenatos.gateway.rest.json.ModelViews.ModelView;
import org.byenatos.gateway.rest.json.RecordViews;
import org.byenatos.gateway.rest.json.Views;
import org.byenatos.gateway.rest.json.Words;

/** {@code /ai}. */
public final class AiRoutes {

    private final Core core;

    private AiRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core) {
        AiRoutes routes = new AiRoutes(core);
        return List.of(
                new Route("POST", "/ai/compute", routes::compute),
                new Route("GET", "/ai/metrics", routes::metrics),
                new Route("GET", "/ai/models", routes::models),
                new Route("PUT", "/ai/models/default", routes::setDefault),
                new Route("POST", "/ai/models/{id}/load", routes::load),
                new Route("POST", "/ai/models/{id}/unload", routes::unload));
    }

    private Answer metrics(Exchange exchange) {
        return Answer.ok(MetricsView.of(core.models().call(models -> models.aiMetrics(exchange.credential()))));
    }

    private Answer models(Exchange exchange) {
        List<ModelView> found = core.models().call(models -> models.models(exchange.credential())).stream()
                .map(ModelView::of)
                .toList();
        return Answer.ok(new Views.ListView<>(found, null));
    }

    private Answer setDefault(Exchange exchange) {
        Fields fields = exchange.body();
        String id = fields.text("model");
        fields.noOthers().check();
        return status(models -> models.setDefaultModel(exchange.credential(), id));
    }

    private Answer load(Exchange exchange) {
        exchange.optionalBody().noOthers().check();
        return status(models -> models.loadModel(exchange.credential(), exchange.path("id")));
    }

    private Answer unload(Exchange exchange) {
        exchange.optionalBody().noOthers().check();
        return status(models -> models.unloadModel(exchange.credential(), exchange.path("id")));
    }

    private Answer status(Function<LocalModels, ModelStatus> call) {
        return Answer.ok(ModelView.of(core.models().call(call)));
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
