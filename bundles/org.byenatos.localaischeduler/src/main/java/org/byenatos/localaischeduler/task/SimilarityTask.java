package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.localaischeduler.compute.Vectors;
import org.byenatos.localaischeduler.embed.Cancellable;

/**
 * How alike texts are, as the cosine of their vectors, -1..1: an array of two texts gives a number; a text with the option
 * {@code texts} an array of numbers, one for each of these.
 */
final class SimilarityTask {

    private final ModelTasks tasks;

    SimilarityTask(ModelTasks tasks) {
        this.tasks = tasks;
    }

    CompletableFuture<AiResult> run(Reading reading) {
        TaskInput input = TaskInput.read(reading.input(), reading.found());
        boolean many = reading.options().has("texts");
        List<String> texts = new ArrayList<>(input.texts());
        if (many) {
            texts.addAll(reading.options().texts("texts", 1, TaskInput.MAX_TEXTS));
        }
        if (many && !input.single() && reading.input().isArray()) {
            reading.wrong("/input", "must be one text if there are texts among the options");
        }
        if (!many && reading.found().isEmpty() && (input.single() || texts.size() != 2)) {
            reading.wrong("/input", "must be an array of two texts, or one text with the option texts");
        }
        reading.check();
        return tasks.with(
                reading.request(),
                ModelTask.EMBEDDING,
                model -> Cancellable.apply(
                        tasks.vectors(model, texts, Embedder.Use.PASSAGE, reading.request()),
                        rows -> new ModelTasks.Outcome(output(rows.rows(), many), rows)));
    }

    private static JsonNode output(List<float[]> rows, boolean many) {
        ArrayNode cosines = JsonNodeFactory.instance.arrayNode();
        rows.subList(1, rows.size()).forEach(row -> cosines.add(ModelTasks.rounded(Vectors.cosine(rows.get(0), row))));
        return many ? cosines : DoubleNode.valueOf(cosines.get(0).doubleValue());
    }
}
