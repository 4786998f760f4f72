package org.byenatos.gateway.rest.route;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.ModelState;
import org.byenatos.api.ai.model.ModelStatus;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.OpenAiViews;
import org.jspecify.annotations.Nullable;

/** Vectors and models at the root, under {@code /v1}, as OpenAI's clients expect them. */
public final class OpenAiRoutes {

    private static final Map<String, Boolean> BASE64 = new TreeMap<>(Map.of("float", false, "base64", true));

    /** OpenAI's clients must name a model: this one is whichever the core has for embeddings. */
    private static final String DEFAULT = "default";

    private final Core core;

    private OpenAiRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core) {
        OpenAiRoutes routes = new OpenAiRoutes(core);
        return List.of(
                new Route("POST", "/embeddings", routes::embeddings),
                new Route("GET", "/models", routes::models),
                new Route("GET", "/models/{model}", routes::model));
    }

    private Answer embeddings(Exchange exchange) {
        Fields fields = exchange.body();
        String model = fields.text("model");
        Json input = fields.nonEmptyTexts("input");
        Integer dimensions = fields.optionalInteger("dimensions");
        boolean base64 = fields.word("encoding_format", BASE64, false);
        fields.ignore("user");
        fields.noOthers().check();
        @Nullable String chosen = model.equals(DEFAULT) ? null : model;
        AiRequest request = new AiRequest(AiTask.EMBED, input, chosen, Priority.NORMAL, null, options(dimensions));
        AiResult result = core.calls().call(calls -> calls.localAiCompute(exchange.credential(), request));
        return Answer.ok(OpenAiViews.EmbeddingsView.of(result.output(), model, base64));
    }

    private static Json options(@Nullable Integer dimensions) {
        return new Json(dimensions == null ? "{\"usage\":true}" : "{\"usage\":true,\"dimensions\":" + dimensions + "}");
    }

    private Answer models(Exchange exchange) {
        return Answer.ok(OpenAiViews.ListView.of(usable(exchange)));
    }

    private Answer model(Exchange exchange) {
        String id = exchange.path("model");
        return Answer.ok(usable(exchange).stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no model " + id + " for embeddings.")));
    }

    private List<OpenAiViews.ModelView> usable(Exchange exchange) {
        return core.models().call(models -> models.models(exchange.credential())).stream()
                .filter(OpenAiRoutes::embeds)
                .map(status -> OpenAiViews.ModelView.of(status.id()))
                .toList();
    }

    private static boolean embeds(ModelStatus status) {
        return status.state() != ModelState.REFUSED
                && status.spec() != null
                && status.spec().task() == ModelTask.EMBEDDING;
    }
}
