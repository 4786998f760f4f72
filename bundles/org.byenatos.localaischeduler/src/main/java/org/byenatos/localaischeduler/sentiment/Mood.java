package org.byenatos.localaischeduler.sentiment;

/**
 * The mood of a text.
 *
 * @param score -1..1
 * @param words how many words showed one
 */
public record Mood(double score, int words) {

    private static final double SHOWN = 0.15;

    /** {@code positive}, {@code negative} or {@code neutral}. */
    public String label() {
        return score >= SHOWN ? "positive" : score <= -SHOWN ? "negative" : "neutral";
    }
}
