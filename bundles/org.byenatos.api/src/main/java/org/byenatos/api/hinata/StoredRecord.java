package org.byenatos.api.hinata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in the store.
 *
 * @param userId whose
 * @param appId which app submitted it
 * @param record the content of the newest revision
 * @param revision 1 for the first content, one more for each later one
 * @param seq position in the order of all changes of the database; a change gives a record a new, higher one
 * @param storedAt when this revision was stored
 * @param enrichment what local AI added to this revision, {@code null} until it has
 */
public record StoredRecord(
        String userId,
        String appId,
        HinataRecord record,
        int revision,
        long seq,
        Instant storedAt,
        @Nullable Enrichment enrichment) {

    /** What names the record among those of its user. */
    public RecordRef ref() {
        return new RecordRef(appId, record.id());
    }

    /** This record with another enrichment. */
    public StoredRecord with(@Nullable Enrichment other) {
        return new StoredRecord(userId, appId, record, revision, seq, storedAt, other);
    }
}
