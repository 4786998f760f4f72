package org.byenatos.personalizationmemory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.search.SearchHit;
import org.jspecify.annotations.Nullable;

/** Makes records. */
public final class Records {

    public static final String USER = "owner";
    public static final String APP = "app-a";
    public static final Instant START = Instant.parse("2026-08-01T08:00:00Z");

    private Records() {}

    /** A note of the user's own, some days after {@link #START}. */
    public static StoredRecord note(String id, int day, String text) {
        return stored(APP, record(id, day, "notes", "", text, Access.SHARED, null), 1);
    }

    public static StoredRecord note(String app, Access access, String id, int day, String text) {
        return stored(app, record(id, day, "notes", "", text, access, null), 1);
    }

    public static StoredRecord revision(StoredRecord first, String text, Access access) {
        HinataRecord old = first.record();
        HinataRecord next = new HinataRecord(
                old.id(),
                old.timestamp(),
                old.source(),
                "",
                text,
                old.address(),
                old.tag(),
                access,
                old.author(),
                old.thread(),
                null,
                null);
        return stored(first.appId(), next, first.revision() + 1);
    }

    public static HinataRecord record(
            String id, int day, String source, String highlight, String note, Access access, @Nullable String author) {
        return new HinataRecord(
                id,
                START.plusSeconds(86_400L * day),
                source,
                highlight,
                note,
                "",
                List.of(),
                access,
                author,
                null,
                null,
                null);
    }

    public static StoredRecord stored(String app, HinataRecord record, int revision) {
        return new StoredRecord(USER, app, record, revision, revision, record.timestamp(), null);
    }

    public static SearchHit hit(StoredRecord stored, double score) {
        return new SearchHit(stored, score, Map.of());
    }
}
