package org.byenatos.ai.engine.model;

import java.util.Arrays;
import java.util.List;
import org.byenatos.ai.engine.text.Encoded;

/**
 * Texts side by side, padded on the right to the length of the longest: matrices with a row a text, one row after the
 * other.
 *
 * @param rows how many texts, at least 1
 * @param columns how many tokens a row has, at least 1
 * @param ids the tokens
 * @param mask 1 for a token, 0 for what pads
 * @param types which text of a pair a token belongs to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Batch(int rows, int columns, long[] ids, long[] mask, long[] types) {

    static Batch of(List<Encoded> texts, long padId) {
        int columns = texts.stream().mapToInt(Encoded::length).max().orElse(0);
        long[] ids = new long[texts.size() * columns];
        long[] mask = new long[ids.length];
        long[] types = new long[ids.length];
        Arrays.fill(ids, padId);
        int start = 0;
        for (Encoded text : texts) {
            System.arraycopy(text.ids(), 0, ids, start, text.length());
            System.arraycopy(text.types(), 0, types, start, text.length());
            Arrays.fill(mask, start, start + text.length(), 1);
            start += columns;
        }
        return new Batch(texts.size(), columns, ids, mask, types);
    }

    /** Whether a place holds a token. */
    boolean isToken(int row, int column) {
        return mask[row * columns + column] != 0;
    }
}
