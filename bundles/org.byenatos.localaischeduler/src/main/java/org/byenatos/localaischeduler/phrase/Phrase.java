package org.byenatos.localaischeduler.phrase;

/**
 * What a text is about.
 *
 * @param text the phrase as it stands in the text
 * @param score 0..1, 1 for the best of the text
 */
public record Phrase(String text, double score) {

    /** Names no contents. */
    @Override
    public String toString() {
        return "Phrase[" + score + "]";
    }
}
