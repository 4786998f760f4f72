package org.byenatos.datafilesystem.store;

import java.util.Base64;
import java.util.Collection;

/**
 * The marks of a record in one column, by which a query finds what it is filtered by: {@code |mark|mark|}. A mark is a
 * cut hash in base64. Two things may share a mark, so the reader looks again.
 */
final class Marks {
    private static final String BETWEEN = "|";

    private Marks() {}

    /** The column of a record with these marks. */
    static String join(Collection<String> marks) {
        return BETWEEN + String.join(BETWEEN, marks) + BETWEEN;
    }

    /** The mark that is this hash. */
    static String mark(byte[] hash) {
        return Base64.getEncoder().withoutPadding().encodeToString(hash);
    }

    /** What a column holds that holds this mark. */
    static String part(String mark) {
        return BETWEEN + mark + BETWEEN;
    }
}
