package org.byenatos.localaischeduler.embed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.localaischeduler.compute.ComputeOptimizer;
import org.byenatos.localaischeduler.compute.EmbeddingCache;
import org.byenatos.localaischeduler.compute.ModelWork;
import org.byenatos.localaischeduler.compute.Vectors;
import org.byenatos.localaischeduler.model.Loaded;
import org.byenatos.localaischeduler.queue.InferenceQueue;
import org.byenatos.localaischeduler.queue.Timing;
import org.jspecify.annotations.Nullable;

/** Runs texts through models in the queue; vectors come from the cache where they can. Thread-safe. */
public final class Embeddings {

    private static final Timing NO_TIME = new Timing(0, 0);

    private final InferenceQueue queue;
    private final ComputeOptimizer optimizer;

    /**
     * How texts are to be run.
     *
     * @param priority how urgent
     * @param deadline after this they are of no use, {@code null} if they always are
     * @param app for which app, {@code null} for none
     */
    public record Manner(
            Priority priority,
            @Nullable Duration deadline,
            @Nullable String app) {}

    /** What runs and remembers. */
    public Embeddings(InferenceQueue queue, ComputeOptimizer optimizer) {
        this.queue = queue;
        this.optimizer = optimizer;
    }

    /** Unit vectors of texts, in order. The model must be acquired until then. */
    public CompletableFuture<ModelWork.Rows> vectors(
            Loaded model, List<String> texts, Embedder.Use use, Manner manner) {
        String prefix = use == Embedder.Use.QUERY
                ? model.spec().queryPrefix()
                : model.spec().passagePrefix();
        EmbeddingCache cache = optimizer.cache();
        List<EmbeddingCache.Key> keys = new ArrayList<>();
        Map<EmbeddingCache.Key, float[]> known = new HashMap<>();
        Map<EmbeddingCache.Key, ModelInput> missing = new LinkedHashMap<>();
        for (String text : texts) {
            String whole = prefix + text;
            EmbeddingCache.Key key = EmbeddingCache.Key.of(model.embedding().fingerprint(), whole);
            keys.add(key);
            float[] vector = known.containsKey(key) || missing.containsKey(key) ? null : cache.get(key);
            if (vector != null) {
                known.put(key, vector);
            } else if (!known.containsKey(key)) {
                missing.put(key, new ModelInput(whole));
            }
        }
        return Cancellable.apply(rows(model, List.copyOf(missing.values()), manner), made -> {
            int next = 0;
            for (EmbeddingCache.Key key : missing.keySet()) {
                float[] vector = Vectors.unit(made.rows().get(next++));
                cache.put(key, vector);
                known.put(key, vector);
            }
            return new ModelWork.Rows(
                    keys.stream().map(key -> vector(known, key)).toList(), made.timing());
        });
    }

    /** The rows that a model gives, in order; as {@link #vectors} otherwise. */
    public CompletableFuture<ModelWork.Rows> rows(Loaded model, List<ModelInput> inputs, Manner manner) {
        if (inputs.isEmpty()) {
            return CompletableFuture.completedFuture(new ModelWork.Rows(List.of(), NO_TIME));
        }
        int parts = optimizer.parts(inputs.size());
        return Parts.joined(IntStream.range(0, parts)
                .mapToObj(i -> inputs.subList(i * inputs.size() / parts, (i + 1) * inputs.size() / parts))
                .<Supplier<CompletableFuture<ModelWork.Rows>>>map(part -> () -> submit(model, part, manner))
                .toList());
    }

    private CompletableFuture<ModelWork.Rows> submit(Loaded model, List<ModelInput> inputs, Manner manner) {
        return queue.submit(new ModelWork(model.team(), inputs, manner.app()), manner.priority(), manner.deadline());
    }

    private static float[] vector(Map<EmbeddingCache.Key, float[]> known, EmbeddingCache.Key key) {
        return Objects.requireNonNull(known.get(key), "a vector is missing").clone();
    }
}
