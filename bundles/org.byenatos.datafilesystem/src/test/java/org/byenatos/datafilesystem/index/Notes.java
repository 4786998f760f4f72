package org.byenatos.datafilesystem.index;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.jspecify.annotations.Nullable;

/** Builds records for tests of the index. */
record Notes(HinataRecord record) {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    static Notes note(String id, String text) {
        return new Notes(new HinataRecord(
                id, START, "notes", text, "", "note://" + id, List.of(), Access.PRIVATE, null, null, null, null));
    }

    Notes by(@Nullable String author) {
        return with(record.timestamp(), record.source(), record.tag(), record.access(), author, record.thread());
    }

    Notes in(@Nullable String thread) {
        return with(record.timestamp(), record.source(), record.tag(), record.access(), record.author(), thread);
    }

    Notes at(Instant time) {
        return with(time, record.source(), record.tag(), record.access(), record.author(), record.thread());
    }

    Notes at(String time) {
        return at(Instant.parse(time));
    }

    Notes of(Access access) {
        return with(record.timestamp(), record.source(), record.tag(), access, record.author(), record.thread());
    }

    Notes tagged(String... tags) {
        return with(
                record.timestamp(), record.source(), List.of(tags), record.access(), record.author(), record.thread());
    }

    Notes from(String source) {
        return with(record.timestamp(), source, record.tag(), record.access(), record.author(), record.thread());
    }

    private Notes with(
            Instant time,
            String source,
            List<String> tags,
            Access access,
            @Nullable String author,
            @Nullable String thread) {
        return new Notes(new HinataRecord(
                record.id(),
                time,
                source,
                record.highlight(),
                record.note(),
                record.address(),
                tags,
                access,
                author,
                thread,
                null,
                null));
    }
}
