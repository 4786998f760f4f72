package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.localaischeduler.compute.Vectors;
import org.byenatos.localaischeduler.embed.Cancellable;
import org.byenatos.localaischeduler.model.Loaded;

/**
 * Vectors of texts. Options: {@code use} ({@code passage} or {@code query}), {@code dimensions} (the first ones, at length
 * one), {@code usage} (then the output is {@code {"vectors":[…],"tokens":12}}).
 */
final class EmbedTask {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DIMENSIONS = 8192;

    private final ModelTasks tasks;

    EmbedTask(ModelTasks tasks) {
        this.tasks = tasks;
    }

    CompletableFuture<AiResult> run(Reading reading) {
        TaskInput input = TaskInput.read(reading.input(), reading.found());
        Options options = reading.options();
        boolean query =
                options.word("use", "passage", List.of("passage", "query")).equals("query");
        int dimensions = options.integer("dimensions", 0, 1, MAX_DIMENSIONS);
        boolean usage = options.flag("usage");
        reading.check();
        Embedder.Use use = query ? Embedder.Use.QUERY : Embedder.Use.PASSAGE;
        return tasks.with(reading.request(), ModelTask.EMBEDDING, model -> {
            if (dimensions > model.spec().dimensions()) {
                throw new InvalidInputException(
                        "/options/dimensions",
                        "is " + dimensions + ", the model " + model.spec().id() + " has "
                                + model.spec().dimensions());
            }
            int tokens = usage ? tokens(model, input.texts(), use) : 0;
            int kept = dimensions == 0 ? model.spec().dimensions() : dimensions;
            return Cancellable.apply(tasks.vectors(model, input.texts(), use, reading.request()), rows -> {
                ArrayNode vectors = JSON.arrayNode();
                rows.rows().forEach(row -> vectors.add(array(Vectors.truncated(row, kept))));
                return new ModelTasks.Outcome(output(input, vectors, usage, tokens), rows);
            });
        });
    }

    private static JsonNode output(TaskInput input, ArrayNode vectors, boolean usage, int tokens) {
        if (!usage) {
            return input.single() ? vectors.get(0) : vectors;
        }
        ObjectNode output = JSON.objectNode();
        output.set("vectors", vectors);
        return output.put("tokens", tokens);
    }

    /** On the caller's thread, as other counts of tokens are. */
    private static int tokens(Loaded model, List<String> texts, Embedder.Use use) {
        String prefix = use == Embedder.Use.QUERY
                ? model.spec().queryPrefix()
                : model.spec().passagePrefix();
        return texts.stream()
                .mapToInt(text -> model.team().countTokens(prefix + text))
                .sum();
    }

    private static ArrayNode array(float[] vector) {
        ArrayNode array = JSON.arrayNode(vector.length);
        for (float value : vector) {
            array.add(value);
        }
        return array;
    }
}
