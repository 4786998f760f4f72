package org.byenatos.virtualcore.gateway;

import java.nio.charset.StandardCharsets;
import org.byenatos.api.common.Json;
import org.byenatos.api.hinata.HinataRecord;
import org.jspecify.annotations.Nullable;

/** How many bytes of a quota a record takes: those of its texts, in UTF-8. Stateless. */
final class RecordSize {

    private RecordSize() {}

    static long of(HinataRecord record) {
        long tags = record.tag().stream().mapToLong(RecordSize::of).sum();
        return of(record.id())
                + of(record.source())
                + of(record.highlight())
                + of(record.note())
                + of(record.address())
                + tags
                + of(record.author())
                + of(record.thread())
                + of(record.rawData())
                + of(record.metadata());
    }

    private static long of(@Nullable Json json) {
        return json == null ? 0 : of(json.text());
    }

    private static long of(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
