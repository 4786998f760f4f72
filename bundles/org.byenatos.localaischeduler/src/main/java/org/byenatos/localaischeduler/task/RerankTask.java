package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.localaischeduler.compute.ModelWork;
import org.byenatos.localaischeduler.compute.Vectors;
import org.byenatos.localaischeduler.embed.Cancellable;
import org.byenatos.localaischeduler.model.Loaded;

/**
 * Orders texts by how well they answer the option {@code question}, best first, as {@code [{"index":2,"score":0.71}]}; at
 * most {@code limit}. A cross-encoder does it if the request names one, the owner chose one or one is loaded; else the
 * cosine of the vectors. The answer names the model.
 */
final class RerankTask {

    private final ModelTasks tasks;

    RerankTask(ModelTasks tasks) {
        this.tasks = tasks;
    }

    CompletableFuture<AiResult> run(Reading reading) {
        TaskInput input = TaskInput.read(reading.input(), reading.found());
        if (input.single() || (input.texts().isEmpty() && reading.found().isEmpty())) {
            reading.wrong("/input", "must be an array of texts");
        }
        String question = reading.options().text("question");
        int limit = reading.options().integer("limit", TaskInput.MAX_TEXTS, 1, TaskInput.MAX_TEXTS);
        reading.check();
        AiRequest request = reading.request();
        String named = request.model();
        String model =
                named == null ? tasks.models().preferred(ModelTask.RERANK).orElse(null) : named;
        if (model != null && tasks.models().isFor(model, ModelTask.RERANK)) {
            return tasks.with(
                    request,
                    tasks.models().forTask(ModelTask.RERANK, model),
                    loaded -> pairs(loaded, question, input.texts(), limit, request));
        }
        return tasks.with(
                request, ModelTask.EMBEDDING, loaded -> cosines(loaded, question, input.texts(), limit, request));
    }

    private CompletableFuture<ModelTasks.Outcome> pairs(
            Loaded model, String question, List<String> texts, int limit, AiRequest request) {
        List<ModelInput> pairs =
                texts.stream().map(text -> new ModelInput(question, text)).toList();
        return Cancellable.apply(tasks.embeddings().rows(model, pairs, ModelTasks.manner(request)), rows -> {
            double[] scores = rows.rows().stream().mapToDouble(row -> row[0]).toArray();
            return new ModelTasks.Outcome(ordered(scores, limit), rows);
        });
    }

    private CompletableFuture<ModelTasks.Outcome> cosines(
            Loaded model, String question, List<String> texts, int limit, AiRequest request) {
        boolean samePrefix = model.spec().queryPrefix().equals(model.spec().passagePrefix());
        if (samePrefix) {
            List<String> all = new ArrayList<>(List.of(question));
            all.addAll(texts);
            return Cancellable.apply(tasks.vectors(model, all, Embedder.Use.PASSAGE, request), rows -> {
                List<float[]> others = rows.rows().subList(1, all.size());
                return outcome(rows.rows().get(0), others, limit, rows);
            });
        }
        CompletableFuture<ModelWork.Rows> asked = tasks.vectors(model, List.of(question), Embedder.Use.QUERY, request);
        return Cancellable.compose(
                tasks.vectors(model, texts, Embedder.Use.PASSAGE, request),
                rows -> Cancellable.apply(asked, query -> outcome(query.rows().get(0), rows.rows(), limit, rows)));
    }

    private static ModelTasks.Outcome outcome(float[] query, List<float[]> texts, int limit, ModelWork.Rows rows) {
        double[] scores =
                texts.stream().mapToDouble(row -> Vectors.cosine(query, row)).toArray();
        return new ModelTasks.Outcome(ordered(scores, limit), rows);
    }

    private static JsonNode ordered(double[] scores, int limit) {
        ArrayNode order = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .limit(limit)
                .forEach(i -> order.addObject().put("index", i).put("score", ModelTasks.rounded(scores[i])));
        return order;
    }
}
