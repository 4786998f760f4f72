package org.byenatos.datafilesystem.index.vector;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.error.ByenatosException;
import org.jspecify.annotations.Nullable;

/**
 * The embedding models, as far as there are any now: whoever asks is never made to wait for one that is not there.
 * Thread-safe.
 */
public final class Embeddings {

    private static final long QUESTION_MILLIS = 2000;
    private static final long TEXTS_MILLIS = 20_000;

    private final AtomicReference<@Nullable Embedder> embedder = new AtomicReference<>();

    /** Somebody can embed now. */
    public void bind(Embedder service) {
        embedder.set(service);
    }

    /** Somebody cannot embed any more. */
    public void unbind(Embedder service) {
        embedder.compareAndSet(service, null);
    }

    /** The model that should be used; empty while none can serve. */
    Optional<EmbeddingModel> current() {
        Embedder service = embedder.get();
        if (service == null) {
            return Optional.empty();
        }
        try {
            return service.current();
        } catch (ByenatosException notNow) {
            return Optional.empty();
        }
    }

    /** The vector of a question; {@code null} if it cannot be had now. */
    public float @Nullable [] question(EmbeddingModel model, String text) {
        List<float[]> vectors = questions(model, List.of(text));
        return vectors.isEmpty() ? null : vectors.get(0);
    }

    /** The vectors of questions or of words of them, in order; none if they cannot be had now. */
    public List<float[]> questions(EmbeddingModel model, List<String> texts) {
        return embed(model, texts, Embedder.Use.QUERY, Priority.INTERACTIVE, QUESTION_MILLIS);
    }

    /** The vectors of texts, in order; none if they cannot be had now. */
    List<float[]> texts(EmbeddingModel model, List<String> texts) {
        return embed(model, texts, Embedder.Use.PASSAGE, Priority.BATCH, TEXTS_MILLIS);
    }

    private List<float[]> embed(
            EmbeddingModel model, List<String> texts, Embedder.Use use, Priority priority, long patience) {
        Embedder service = embedder.get();
        if (service == null) {
            return List.of();
        }
        try {
            return service.embed(model, texts, use, priority)
                    .toCompletableFuture()
                    .get(patience, TimeUnit.MILLISECONDS);
        } catch (ByenatosException | TimeoutException notNow) {
            return List.of();
        } catch (ExecutionException | CompletionException failed) {
            if (failed.getCause() instanceof ByenatosException) {
                return List.of();
            }
            throw new IllegalStateException("A model failed to embed", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
