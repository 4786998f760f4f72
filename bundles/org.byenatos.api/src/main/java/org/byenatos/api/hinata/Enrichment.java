package org.byenatos.api.hinata;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What local AI adds to a record, beside it and never in it. Members that no loaded model can give are {@code null} or
 * empty: nothing is invented.
 *
 * @param enhancedTags tags found in the text, best first
 * @param recommendedHighlights key sentences of a long note, in their order
 * @param keyConcepts key phrases, best first
 * @param language BCP 47 tag of the main language, {@code und} if unknown
 * @param complexityLevel {@code low}, {@code medium} or {@code high}; {@code null} if the text is too short to tell
 * @param model identifier and version of what made it
 * @param at when
 */
public record Enrichment(
        List<String> enhancedTags,
        List<String> recommendedHighlights,
        List<String> keyConcepts,
        String language,
        @Nullable String complexityLevel,
        String model,
        Instant at) {

    public Enrichment {
        enhancedTags = List.copyOf(enhancedTags);
        recommendedHighlights = List.copyOf(recommendedHighlights);
        keyConcepts = List.copyOf(keyConcepts);
    }

    @Override
    public String toString() {
        return "Enrichment[" + model + "]";
    }
}
