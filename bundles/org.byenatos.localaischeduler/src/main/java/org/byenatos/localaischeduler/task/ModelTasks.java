package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.localaischeduler.compute.ModelWork;
import org.byenatos.localaischeduler.embed.Cancellable;
import org.byenatos.localaischeduler.embed.Embeddings;
import org.byenatos.localaischeduler.model.Loaded;
import org.byenatos.localaischeduler.model.Models;

/** The tasks that need a model. Thread-safe. */
public final class ModelTasks {

    private final Models models;
    private final Embeddings embeddings;
    private final Map<AiTask, Function<Reading, CompletableFuture<AiResult>>> tasks;

    /**
     * What a task makes of the rows of a model.
     *
     * @param output what is answered
     * @param rows with the time that they took
     */
    record Outcome(JsonNode output, ModelWork.Rows rows) {}

    /** What is done with a model that is loaded. */
    interface WithModel {

        /** Begins the work; the model is held until it has ended. */
        CompletableFuture<Outcome> run(Loaded model);
    }

    /**
     * @param models the models
     * @param embeddings what runs them
     */
    public ModelTasks(Models models, Embeddings embeddings) {
        this.models = models;
        this.embeddings = embeddings;
        this.tasks = Map.of(
                AiTask.EMBED, new EmbedTask(this)::run,
                AiTask.SIMILARITY, new SimilarityTask(this)::run,
                AiTask.RERANK, new RerankTask(this)::run,
                AiTask.CLASSIFY, new ClassifyTask(this)::run);
    }

    /**
     * Does a task.
     *
     * @throws InvalidInputException with everything that is wrong, pointers into the body of {@code POST /ai/compute}
     */
    public CompletableFuture<AiResult> compute(AiRequest request) {
        return Objects.requireNonNull(tasks.get(request.task()), "no task of this class")
                .apply(Reading.of(request));
    }

    Models models() {
        return models;
    }

    /** Runs a task with the model that the request names, or else the default. */
    CompletableFuture<AiResult> with(AiRequest request, ModelTask task, WithModel work) {
        return with(request, models.forTask(task, request.model()), work);
    }

    CompletableFuture<AiResult> with(AiRequest request, CompletableFuture<Loaded> model, WithModel work) {
        long start = System.nanoTime();
        return Cancellable.compose(model, loaded -> {
            String version = loaded.version();
            return Cancellable.apply(loaded.whileHeld(() -> work.run(loaded)), outcome -> {
                double compute = outcome.rows().timing().computeMillis();
                double all = (System.nanoTime() - start) / 1e6;
                return new AiResult(
                        new Json(outcome.output().toString()), version, Math.max(0, all - compute), compute);
            });
        });
    }

    CompletableFuture<ModelWork.Rows> vectors(Loaded model, List<String> texts, Embedder.Use use, AiRequest request) {
        return embeddings.vectors(model, texts, use, manner(request));
    }

    Embeddings embeddings() {
        return embeddings;
    }

    static Embeddings.Manner manner(AiRequest request) {
        return new Embeddings.Manner(request.priority(), request.deadline(), request.app());
    }

    /** Rounded to four digits after the point. */
    static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
