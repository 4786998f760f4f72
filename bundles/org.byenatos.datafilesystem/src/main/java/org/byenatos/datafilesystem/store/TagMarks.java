package org.byenatos.datafilesystem.store;

import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The marks of a record's tags in one column, by which a query finds the records that have a tag: {@code |mark|mark|}. A
 * mark is a cut hash in base64, whose alphabet holds no wildcard.
 */
final class TagMarks {
    private static final String BETWEEN = "|";

    private TagMarks() {}

    /** The column of a record with these tags. */
    static String of(List<String> tags, Function<String, String> mark) {
        return tags.stream().distinct().map(mark).collect(Collectors.joining(BETWEEN, BETWEEN, BETWEEN));
    }

    /** The mark of a tag with this hash. */
    static String mark(byte[] hash) {
        return Base64.getEncoder().withoutPadding().encodeToString(hash);
    }

    /** The pattern of columns that hold a mark. */
    static String pattern(String mark) {
        return "%" + BETWEEN + mark + BETWEEN + "%";
    }
}
