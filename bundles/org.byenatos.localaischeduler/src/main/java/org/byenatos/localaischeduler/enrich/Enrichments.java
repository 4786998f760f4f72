package org.byenatos.localaischeduler.enrich;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.localaischeduler.compute.ModelWork;
import org.byenatos.localaischeduler.embed.Cancellable;
import org.byenatos.localaischeduler.embed.Embeddings;
import org.byenatos.localaischeduler.embed.Failures;
import org.byenatos.localaischeduler.model.Loaded;
import org.byenatos.localaischeduler.model.Models;
import org.byenatos.localaischeduler.queue.InferenceQueue;

/**
 * Enriches records: what their texts tell, and what the default model for vectors adds if it is loaded; the first records
 * after a start wait for it. A model that fails or has no room takes nothing away from the rest. Thread-safe.
 */
public final class Enrichments {

    private static final Embeddings.Manner MANNER = new Embeddings.Manner(Priority.BATCH, null, null);

    private final InferenceQueue queue;
    private final Supplier<Enricher> enricher;
    private final Models models;
    private final Embeddings embeddings;
    private final Topics topics = new Topics();

    /**
     * @param queue where the work waits
     * @param enricher what texts tell
     * @param models the models
     * @param embeddings what runs them
     */
    public Enrichments(InferenceQueue queue, Supplier<Enricher> enricher, Models models, Embeddings embeddings) {
        this.queue = queue;
        this.enricher = enricher;
        this.models = models;
        this.embeddings = embeddings;
    }

    /** One enrichment a record, in order. */
    public CompletableFuture<List<Enrichment>> of(List<HinataRecord> records) {
        CompletableFuture<List<Enrichment>> told =
                queue.submit(new EnrichmentWork(records, enricher.get(), Clock.systemUTC()), Priority.BATCH, null);
        return records.isEmpty()
                ? told
                : Cancellable.compose(told, made -> models.settled()
                        .thenCompose(ready -> meant(records, made))
                        .exceptionally(failure -> without(failure, made)));
    }

    private CompletableFuture<List<Enrichment>> meant(List<HinataRecord> records, List<Enrichment> made) {
        return models.current().isEmpty()
                ? CompletableFuture.completedFuture(made)
                : models.forTask(ModelTask.EMBEDDING, null)
                        .thenCompose(model -> model.whileHeld(() -> withTopics(model, records, made)));
    }

    private static List<Enrichment> without(Throwable failure, List<Enrichment> made) {
        if (Failures.cause(failure) instanceof ModuleStoppedException stopped) {
            throw stopped;
        }
        return made;
    }

    private CompletableFuture<List<Enrichment>> withTopics(
            Loaded model, List<HinataRecord> records, List<Enrichment> made) {
        List<String> texts = records.stream()
                .map(record -> Embedder.beginning(record.text()))
                .toList();
        CompletableFuture<ModelWork.Rows> near =
                embeddings.vectors(model, topics.descriptions(), Embedder.Use.PASSAGE, MANNER);
        return Cancellable.compose(
                embeddings.vectors(model, texts, Embedder.Use.PASSAGE, MANNER),
                rows -> Cancellable.apply(near, prototypes -> IntStream.range(0, made.size())
                        .mapToObj(i -> made.get(i)
                                .withTopics(
                                        topics.of(rows.rows().get(i), prototypes.rows()),
                                        made.get(i).model() + "+" + model.version()))
                        .toList()));
    }
}
