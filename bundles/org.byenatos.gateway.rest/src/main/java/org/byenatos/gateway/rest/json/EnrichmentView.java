package org.byenatos.gateway.rest.json;

import java.util.List;
import org.byenatos.api.hinata.Enrichment;
import org.jspecify.annotations.Nullable;

/** An enrichment. */
public record EnrichmentView(
        List<String> enhancedTags,
        List<String> recommendedHighlights,
        AnalysisView semanticAnalysis,
        @Nullable Double attentionWeight,
        @Nullable AttentionView attentionMetrics,
        @Nullable Double qualityScore,
        @Nullable Double priorityScore,
        @Nullable Double pspRelevance,
        @Nullable String clusterId,
        String model,
        String at) {

    /** What local AI made of a text. */
    public record AnalysisView(
            List<String> mainTopics,
            List<String> keyConcepts,
            @Nullable SentimentView sentiment,
            @Nullable String complexityLevel,
            String language) {}

    /** The mood of a text. */
    public record SentimentView(String label, double score) {}

    /** What the attention weight is made of. */
    public record AttentionView(double similar, double notes, double returns, double time, double depth) {}

    static @Nullable EnrichmentView of(@Nullable Enrichment enrichment) {
        if (enrichment == null) {
            return null;
        }
        Enrichment.Scores scores = enrichment.scores();
        Enrichment.Attention attention = enrichment.attention();
        return new EnrichmentView(
                enrichment.enhancedTags(),
                enrichment.recommendedHighlights(),
                analysis(enrichment),
                attention == null ? null : attention.weight(),
                attention == null ? null : metrics(attention),
                scores == null ? null : scores.quality(),
                scores == null ? null : scores.priority(),
                scores == null ? null : scores.pspRelevance(),
                enrichment.clusterId(),
                enrichment.model(),
                enrichment.at().toString());
    }

    private static AnalysisView analysis(Enrichment enrichment) {
        Enrichment.Sentiment mood = enrichment.sentiment();
        return new AnalysisView(
                enrichment.mainTopics(),
                enrichment.keyConcepts(),
                mood == null ? null : new SentimentView(mood.label(), mood.score()),
                enrichment.complexityLevel(),
                enrichment.language());
    }

    private static AttentionView metrics(Enrichment.Attention attention) {
        return new AttentionView(
                attention.similar(), attention.notes(), attention.returns(), attention.time(), attention.depth());
    }
}
