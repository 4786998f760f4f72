package org.byenatos.api.common;

/**
 * A JSON value as text, kept as it was given. The API knows no JSON library: who makes one answers for its being well
 * formed.
 *
 * @param text one JSON value, well formed
 */
public record Json(String text) {

    /** The empty object. */
    public static final Json EMPTY_OBJECT = new Json("{}");

    @Override
    public String toString() {
        return "Json[" + text.length() + " characters]";
    }
}
