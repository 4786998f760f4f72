package org.byenatos.virtualcore.attention;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.byenatos.api.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * The time that a person put into a record, which an app tells as the number {@code reading_seconds} in the metadata. In
 * well-formed JSON the quoted word before a colon is nothing but a member's name: within a string its quotes are escaped.
 */
final class ReadingTime {

    private static final String NAME = "\"reading_seconds\"";
    private static final Pattern VALUE = Pattern.compile("\\s*:\\s*(\\d{1,12}(?:\\.\\d{1,12})?)(?![\\d.eE])");

    private ReadingTime() {}

    /** In seconds; 0 if it is not told, or no plain number that is positive. */
    static double seconds(@Nullable Json metadata) {
        int named = metadata == null ? -1 : metadata.text().indexOf(NAME);
        while (metadata != null && named >= 0) {
            Matcher value = VALUE.matcher(metadata.text())
                    .region(named + NAME.length(), metadata.text().length());
            if (value.lookingAt()) {
                return Double.parseDouble(value.group(1));
            }
            named = metadata.text().indexOf(NAME, named + 1);
        }
        return 0;
    }
}
