package org.byenatos.gateway.rest.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.byenatos.api.ai.AiMetrics;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelStatus;
import org.jspecify.annotations.Nullable;

/** The shapes of answers about models. */
public final class ModelViews {

    private ModelViews() {}

    /** A model. */
    public record ModelView(
            String id,
            String state,
            boolean isDefault,
            long memoryBytes,
            @Nullable String reason,
            @Nullable String task,
            @Nullable String engine,
            @Nullable Integer dimensions,
            @Nullable Integer maximumTokens,
            @Nullable List<String> labels,
            @Nullable List<String> languages,
            @Nullable String licence) {

        public static ModelView of(ModelStatus status) {
            ModelSpec spec = status.spec();
            return new ModelView(
                    status.id(),
                    status.state().word(),
                    status.isDefault(),
                    status.memoryBytes(),
                    status.reason(),
                    spec == null ? null : spec.task().word(),
                    spec == null ? null : spec.engine(),
                    spec == null ? null : spec.dimensions(),
                    spec == null ? null : spec.maximumTokens(),
                    spec == null || spec.labels().isEmpty() ? null : spec.labels(),
                    spec == null ? null : spec.languages(),
                    spec == null ? null : spec.licence());
        }
    }

    /** How local AI fares. */
    public record MetricsView(
            Map<String, AiMetrics.Line> queue,
            AiMetrics.Cache cache,
            List<AiMetrics.ModelRuns> models,
            AiMetrics.Workers workers,
            boolean saving) {

        public static MetricsView of(AiMetrics metrics) {
            Map<String, AiMetrics.Line> queue = new TreeMap<>();
            metrics.queue()
                    .forEach((priority, line) -> queue.put(priority.name().toLowerCase(Locale.ROOT), line));
            return new MetricsView(queue, metrics.cache(), metrics.models(), metrics.workers(), metrics.saving());
        }
    }
}
