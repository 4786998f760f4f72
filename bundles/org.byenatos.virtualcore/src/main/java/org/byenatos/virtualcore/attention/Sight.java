package org.byenatos.virtualcore.attention;

import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.StoredRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is looked at.
 *
 * @param stored the record
 * @param place where it is; empty if nowhere
 * @param letters length of its note
 * @param seconds time put in
 * @param concepts what it is about, in words
 * @param meaning what it is about, {@code null} without a model
 */
record Sight(
        StoredRecord stored,
        String place,
        int letters,
        double seconds,
        Concepts concepts,
        @Nullable Meaning meaning) {

    /** A Chinese character tells as much as two letters. */
    private static final int FIRST_WIDE = 0x2E80;

    static Sight of(StoredRecord stored, Enrichment enrichment, @Nullable Meaning meaning) {
        HinataRecord record = stored.record();
        return new Sight(
                stored,
                place(record),
                letters(record.note()),
                ReadingTime.seconds(record.metadata()),
                Concepts.of(record.tag(), enrichment),
                meaning);
    }

    private static String place(HinataRecord record) {
        if (record.address().isBlank()) {
            return record.threadOrDefault();
        }
        int fragment = record.address().indexOf('#');
        return fragment < 0 ? record.address() : record.address().substring(0, fragment);
    }

    private static int letters(String note) {
        return note.strip().chars().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
    }

    @Override
    public String toString() {
        return "Sight[" + stored.ref().id() + "]";
    }
}
