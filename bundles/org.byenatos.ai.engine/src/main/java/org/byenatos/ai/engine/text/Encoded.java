package org.byenatos.ai.engine.text;

/**
 * The tokens of a text or a pair.
 *
 * @param ids the number of each
 * @param types 0 for a token of the first text, 1 for one of the second
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Encoded(long[] ids, long[] types) {

    /** How many they are. */
    public int length() {
        return ids.length;
    }

    /** Ids lead back to the text, which stays out of logs. */
    @Override
    public String toString() {
        return "Encoded[" + ids.length + " tokens]";
    }
}
