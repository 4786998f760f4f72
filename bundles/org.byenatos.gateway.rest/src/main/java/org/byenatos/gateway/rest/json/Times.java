package org.byenatos.gateway.rest.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as the contract writes them: RFC 3339, answered in UTC. */
public final class Times {

    static final String HELP = "must be a time of RFC 3339, such as 2026-11-22T09:30:00Z";

    private Times() {}

    /** The time, if the text is one; any offset is understood. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException notTime) {
            return Optional.empty();
        }
    }

    /** The text of a time that may be absent. */
    public static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
