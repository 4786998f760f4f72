package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.localaischeduler.compute.Vectors;
import org.byenatos.localaischeduler.embed.Cancellable;
import org.byenatos.localaischeduler.model.Loaded;

/**
 * Chooses a label, as {@code {"label":"food","scores":[{"label":"food","score":0.8},…]}}, best first; the scores sum up to
 * one. Against the option {@code labels}, strings or {@code {"label","description"}}, by the cosines of vectors; or by a
 * classification model that the request names, with that model's labels.
 */
final class ClassifyTask {

    private static final int MAX_LABELS = 100;
    /** Makes differences of cosines, which are small, differences of shares; the shares are no probabilities. */
    private static final double TEMPERATURE = 0.05;

    private final ModelTasks tasks;

    /** A label and the text that stands for it. */
    private record Label(String name, String text) {}

    ClassifyTask(ModelTasks tasks) {
        this.tasks = tasks;
    }

    CompletableFuture<AiResult> run(Reading reading) {
        TaskInput input = TaskInput.read(reading.input(), reading.found());
        AiRequest request = reading.request();
        boolean own = request.model() != null && tasks.models().isFor(request.model(), ModelTask.CLASSIFICATION);
        if (own) {
            if (reading.options().has("labels")) {
                reading.wrong(
                        "/options/labels",
                        "must be left out, because the model " + request.model() + " has labels of its own");
                reading.options().items("labels", 0, Integer.MAX_VALUE);
            }
            reading.check();
            return tasks.with(request, ModelTask.CLASSIFICATION, model -> byModel(model, input, request));
        }
        List<Label> labels = labels(reading);
        reading.check();
        return tasks.with(request, ModelTask.EMBEDDING, model -> byVectors(model, input, labels, request));
    }

    private static List<Label> labels(Reading reading) {
        List<JsonNode> items = reading.options().items("labels", 2, MAX_LABELS);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            JsonNode name = item.isObject() ? item.path("label") : item;
            JsonNode text = item.isObject() && item.has("description") ? item.get("description") : name;
            boolean others = item.isObject() && item.size() > (item.has("description") ? 2 : 1);
            if (!name.isTextual() || !text.isTextual() || name.textValue().isBlank() || others) {
                reading.options()
                        .wrong(
                                "labels/" + i,
                                "must be a string, or have the strings label and, if wanted, description");
            }
            TaskInput.check(text.isTextual() ? text : name, "/options/labels/" + i, new ArrayList<>());
            labels.add(new Label(name.asText(), text.asText()));
        }
        if (labels.stream().map(Label::name).distinct().count() < labels.size()) {
            reading.options().wrong("labels", "must differ");
        }
        return labels;
    }

    private CompletableFuture<ModelTasks.Outcome> byVectors(
            Loaded model, TaskInput input, List<Label> labels, AiRequest request) {
        List<String> texts = new ArrayList<>(labels.stream().map(Label::text).toList());
        texts.addAll(input.texts());
        List<String> names = labels.stream().map(Label::name).toList();
        return Cancellable.apply(tasks.vectors(model, texts, Embedder.Use.PASSAGE, request), rows -> {
            List<float[]> prototypes = rows.rows().subList(0, labels.size());
            List<JsonNode> outputs = rows.rows().subList(labels.size(), texts.size()).stream()
                    .map(row -> prototypes.stream()
                            .mapToDouble(prototype -> Vectors.cosine(row, prototype) / TEMPERATURE)
                            .toArray())
                    .map(logits -> answer(names, logits))
                    .toList();
            return new ModelTasks.Outcome(output(input, outputs), rows);
        });
    }

    private CompletableFuture<ModelTasks.Outcome> byModel(Loaded model, TaskInput input, AiRequest request) {
        List<String> names = model.spec().labels();
        List<ModelInput> texts = input.texts().stream().map(ModelInput::new).toList();
        return Cancellable.apply(tasks.embeddings().rows(model, texts, ModelTasks.manner(request)), rows -> {
            List<JsonNode> outputs = rows.rows().stream()
                    .map(row -> IntStream.range(0, row.length)
                            .mapToDouble(i -> row[i])
                            .toArray())
                    .map(logits -> answer(names, logits))
                    .toList();
            return new ModelTasks.Outcome(output(input, outputs), rows);
        });
    }

    private static JsonNode output(TaskInput input, List<JsonNode> outputs) {
        return input.single() ? outputs.get(0) : new ArrayNode(JsonNodeFactory.instance, outputs);
    }

    private static JsonNode answer(List<String> names, double[] logits) {
        double highest = Arrays.stream(logits).max().orElse(0);
        double[] shares =
                Arrays.stream(logits).map(logit -> Math.exp(logit - highest)).toArray();
        double sum = Arrays.stream(shares).sum();
        int[] order = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -shares[i]))
                .mapToInt(i -> i)
                .toArray();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("label", names.get(order[0]));
        ArrayNode scores = answer.putArray("scores");
        for (int i : order) {
            scores.addObject().put("label", names.get(i)).put("score", ModelTasks.rounded(shares[i] / sum));
        }
        return answer;
    }
}
