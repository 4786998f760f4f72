package org.byenatos.localaischeduler;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Vectors, for others. */
@Component(service = Embedder.class)
public final class EmbedderService implements Embedder {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LocalAiScheduler scheduler;

    /** @param scheduler what makes them */
    @Activate
    public EmbedderService(@Reference LocalAiScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Soon after a start it waits a moment for the default model, so that the first questions are answered by meaning too. */
    @Override
    public Optional<EmbeddingModel> current() {
        scheduler.models().awaitSettled(PATIENCE);
        return scheduler.gate().call(scheduler.models()::current);
    }

    @Override
    public CompletionStage<List<float[]>> embed(EmbeddingModel model, List<String> texts, Use use, Priority priority) {
        List<String> all = List.copyOf(texts);
        return scheduler.gate().call(() -> scheduler.embed(model, all, use, priority));
    }
}
