package org.byenatos.virtualcore.attention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;

/** A small embedding: the sum of a fixed random vector a word, so that texts of the same words lie near each other. */
final class WordEmbedder implements Embedder {

    private static final int DIMENSIONS = 256;

    @Override
    public Optional<EmbeddingModel> current() {
        return Optional.of(new EmbeddingModel("words", "a", DIMENSIONS));
    }

    @Override
    public CompletionStage<List<float[]>> embed(EmbeddingModel model, List<String> texts, Use use, Priority priority) {
        return CompletableFuture.completedFuture(
                texts.stream().map(WordEmbedder::vector).toList());
    }

    static float[] vector(String text) {
        float[] sum = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        return sum;
    }
}
