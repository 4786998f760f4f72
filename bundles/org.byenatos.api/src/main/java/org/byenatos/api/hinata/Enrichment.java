package org.byenatos.api.hinata;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What local AI adds to a record, beside it and never in it. Members that no loaded model can give are {@code null} or
 * empty: nothing is invented. A list that is {@code null}, as in what an earlier release wrote, is empty.
 *
 * @param enhancedTags tags found in the text, best first
 * @param recommendedHighlights key sentences of a long note, in their order
 * @param mainTopics which of a fixed list of topics the text is near, best first; empty without a model
 * @param keyConcepts key phrases, best first
 * @param sentiment the mood of the text, {@code null} if it shows none
 * @param language BCP 47 tag of the main language, {@code und} if unknown
 * @param complexityLevel {@code low}, {@code medium} or {@code high}; {@code null} if the text is too short to tell
 * @param scores how good, urgent and personal the record is, {@code null} in what an earlier release wrote
 * @param attention how much the person attended to such things, {@code null} if that was not looked at
 * @param clusterId which of the user's clusters of like records it is in, {@code null} if none
 * @param model identifier and version of what made it
 * @param at when
 */
public record Enrichment(
        List<String> enhancedTags,
        List<String> recommendedHighlights,
        List<String> mainTopics,
        List<String> keyConcepts,
        @Nullable Sentiment sentiment,
        String language,
        @Nullable String complexityLevel,
        @Nullable Scores scores,
        @Nullable Attention attention,
        @Nullable String clusterId,
        String model,
        Instant at) {

    public Enrichment {
        enhancedTags = copy(enhancedTags);
        recommendedHighlights = copy(recommendedHighlights);
        mainTopics = copy(mainTopics);
        keyConcepts = copy(keyConcepts);
    }

    /**
     * The mood of a text.
     *
     * @param label {@code positive}, {@code negative} or {@code neutral}
     * @param score -1..1
     */
    public record Sentiment(String label, double score) {}

    /**
     * What the record is worth, each 0..1.
     *
     * @param quality how much there is to go by: length, place, tags, the person's own words
     * @param priority how soon it is likely to matter
     * @param pspRelevance how much it says about the person
     */
    public record Scores(double quality, double priority, double pspRelevance) {}

    /**
     * How much the person attended to such things in the last days, by the formula of the contract.
     *
     * @param weight the whole, 0..1
     * @param similar how often similar things were highlighted
     * @param notes notes at the same address
     * @param returns returns to the address
     * @param time time put in
     * @param depth the factor of depth: 0.8, 1.0 or 1.2
     */
    public record Attention(double weight, double similar, double notes, double returns, double time, double depth) {}

    /** The same with what the person's history adds. */
    public Enrichment with(Attention seen, @Nullable String cluster) {
        return new Enrichment(
                enhancedTags,
                recommendedHighlights,
                mainTopics,
                keyConcepts,
                sentiment,
                language,
                complexityLevel,
                scores,
                seen,
                cluster,
                model,
                at);
    }

    /** The same with topics, and what found them. */
    public Enrichment withTopics(List<String> topics, String madeBy) {
        return new Enrichment(
                enhancedTags,
                recommendedHighlights,
                topics,
                keyConcepts,
                sentiment,
                language,
                complexityLevel,
                scores,
                attention,
                clusterId,
                madeBy,
                at);
    }

    @Override
    public String toString() {
        return "Enrichment[" + model + "]";
    }

    private static List<String> copy(@Nullable List<String> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.<String>of()));
    }
}
