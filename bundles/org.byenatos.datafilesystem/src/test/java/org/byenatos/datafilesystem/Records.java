package org.byenatos.datafilesystem;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.common.Json;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;

/** Records for tests. */
public final class Records {
    /** When the first record happened. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Records() {}

    /** A record with every member. */
    public static HinataRecord record(String id, String note) {
        return new HinataRecord(
                id,
                START,
                "kindle",
                "marked in " + id,
                note,
                "https://example.org/book#" + id,
                List.of("reading", "reading", "books"),
                Access.SHARED,
                "Ada",
                null,
                new Json("{ \"page\" : 7 }"),
                new Json("[1, 2]"));
    }

    /** The same record with another access level and time. */
    public static HinataRecord with(HinataRecord record, Access access, Instant timestamp) {
        return new HinataRecord(
                record.id(),
                timestamp,
                record.source(),
                record.highlight(),
                record.note(),
                record.address(),
                record.tag(),
                access,
                record.author(),
                record.thread(),
                record.rawData(),
                record.metadata());
    }

    /** An enrichment that says who made it. */
    public static Enrichment enrichment(String model) {
        return new Enrichment(
                List.of("reading"),
                List.of("A sentence."),
                List.of("literature"),
                List.of("concept"),
                new Enrichment.Sentiment("positive", 0.4),
                "en",
                null,
                new Enrichment.Scores(0.5, 0.25, 0),
                new Enrichment.Attention(0.3, 0.1, 0.2, 0.1, 0.1, 1),
                null,
                model,
                START);
    }
}
