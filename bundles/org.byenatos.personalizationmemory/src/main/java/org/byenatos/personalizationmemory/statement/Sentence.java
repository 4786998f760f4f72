package org.byenatos.personalizationmemory.statement;

/**
 * A sentence of a text.
 *
 * @param text as it was written, without space around it
 * @param plain the same, character for character, for rules to match: quoted words are blotted out, apostrophes
 *     straight
 * @param question whether it asks
 */
record Sentence(String text, String plain, boolean question) {

    /** Personal content stays out of logs. */
    @Override
    public String toString() {
        return "Sentence[" + text.length() + " characters]";
    }
}
