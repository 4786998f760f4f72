package org.byenatos.datafilesystem.index;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.error.NotFoundException;

/**
 * A small but honest embedder: the vector of a text is the sum of pseudo-random vectors of its trigrams of characters, so
 * that texts with common stretches lie near each other. A model's fingerprint is the seed; any number of them can serve.
 */
final class HashEmbedder implements Embedder {
    private final Map<Long, double[]> parts = new ConcurrentHashMap<>();
    private final int dimensions;
    private volatile Optional<EmbeddingModel> current;
    private volatile Optional<EmbeddingModel> gone = Optional.empty();

    /** How many texts were embedded to be found. */
    final AtomicInteger passages = new AtomicInteger();

    HashEmbedder(int dimensions) {
        this.dimensions = dimensions;
        this.current = Optional.of(model("a"));
    }

    EmbeddingModel model(String fingerprint) {
        return new EmbeddingModel("hash", fingerprint, dimensions);
    }

    void use(String fingerprint) {
        current = Optional.of(model(fingerprint));
    }

    void unload() {
        current = Optional.empty();
    }

    /** This model cannot embed any more. */
    void remove(String fingerprint) {
        gone = Optional.of(model(fingerprint));
    }

    @Override
    public Optional<EmbeddingModel> current() {
        return current;
    }

    @Override
    public CompletionStage<List<float[]>> embed(EmbeddingModel model, List<String> texts, Use use, Priority priority) {
        if (current.isEmpty()) {
            return CompletableFuture.failedFuture(new ModelNotLoadedException("No model is loaded."));
        }
        if (gone.equals(Optional.of(model))) {
            throw new NotFoundException("There is no such model.");
        }
        if (use == Use.PASSAGE) {
            passages.addAndGet(texts.size());
        }
        return CompletableFuture.completedFuture(
                texts.stream().map(text -> vector(model, text)).toList());
    }

    float[] vector(EmbeddingModel model, String text) {
        String padded = " " + text.toLowerCase(Locale.ROOT) + " ";
        double[] sum = new double[dimensions];
        for (int i = 0; i + 3 <= padded.length(); i++) {
            long seed = 31L * padded.substring(i, i + 3).hashCode()
                    + model.fingerprint().hashCode();
            double[] part = parts.computeIfAbsent(seed, this::part);
            for (int dimension = 0; dimension < dimensions; dimension++) {
                sum[dimension] += part[dimension];
            }
        }
        return unit(sum);
    }

    private double[] part(long seed) {
        return new Random(seed).doubles(dimensions, -1, 1).toArray();
    }

    static float[] unit(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return unit;
    }
}
