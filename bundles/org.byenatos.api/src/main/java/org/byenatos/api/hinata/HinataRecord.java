package org.byenatos.api.hinata;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * A HiNATA record as an app hands it in. What its members may hold is checked by {@link RecordRules}, not here, so that
 * a wrong record can be reported whole.
 *
 * @param id the app's identifier, unique per app and user
 * @param timestamp when it happened
 * @param source what produced it
 * @param highlight what the person marked
 * @param note what the person wrote, or the full text
 * @param address where: a URI or any identifier
 * @param tag tags
 * @param access who else may see it
 * @param author who said or wrote it, {@code null} if the user did
 * @param thread conversation, document or page, {@code null} for {@link #threadOrDefault the default}
 * @param rawData anything, kept as given
 * @param metadata anything, kept as given
 */
public record HinataRecord(
        String id,
        Instant timestamp,
        String source,
        String highlight,
        String note,
        String address,
        List<String> tag,
        Access access,
        @Nullable String author,
        @Nullable String thread,
        @Nullable Json rawData,
        @Nullable Json metadata) {

    public HinataRecord {
        tag = List.copyOf(tag);
    }

    /** The thread, or else the address without its fragment. */
    public String threadOrDefault() {
        if (thread != null) {
            return thread;
        }
        int fragment = address.indexOf('#');
        return fragment < 0 ? address : address.substring(0, fragment);
    }

    /** Highlight and note, a line break between them where both are there. */
    public String text() {
        return note.isEmpty() ? highlight : highlight.isEmpty() ? note : highlight + "\n" + note;
    }

    /** Names the record, never its contents. */
    @Override
    public String toString() {
        return "HinataRecord[" + id + "]";
    }
}
