package org.byenatos.virtualcore.attention;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.virtualcore.runtime.Stages;
import org.jspecify.annotations.Nullable;

/** What records mean to the default model, as far as there is one. Thread-safe. */
final class Meanings {

    private final ServiceSlot<Embedder> embedder;

    Meanings(ServiceSlot<Embedder> embedder) {
        this.embedder = embedder;
    }

    /** The model that there is now. */
    Optional<EmbeddingModel> model() {
        return embedder.present() ? embedder.call(Embedder::current) : Optional.empty();
    }

    /** One a record, in order; {@code null} without a model. */
    List<@Nullable Meaning> of(@Nullable EmbeddingModel model, List<StoredRecord> records) {
        List<@Nullable Meaning> none = Collections.nCopies(records.size(), null);
        if (model == null || !embedder.present()) {
            return none;
        }
        List<String> texts = records.stream()
                .map(stored -> Embedder.beginning(stored.record().text()))
                .toList();
        try {
            return embedder
                    .call(service -> Stages.await(service.embed(model, texts, Embedder.Use.PASSAGE, Priority.BATCH)))
                    .stream()
                    .<@Nullable Meaning>map(Meaning::of)
                    .toList();
        } catch (ModelNotLoadedException | NotFoundException gone) {
            return none;
        }
    }
}
