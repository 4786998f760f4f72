package org.byenatos.localaischeduler.language;

/**
 * The main language of a text.
 *
 * @param language BCP 47 tag, {@link #UNKNOWN} if the text does not tell
 * @param confidence 0..1, 0 if unknown
 */
public record Detection(String language, double confidence) {

    /** The tag of an unknown language. */
    public static final String UNKNOWN = "und";

    static final Detection NONE = new Detection(UNKNOWN, 0);
}
