package org.byenatos.datafilesystem.store;

import org.byenatos.api.hinata.HinataRecord;

/** A record made ready for its row, but for what only the writer knows. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IncomingRecord(
        HinataRecord record, byte[] idHash, byte[] content, long happenedAt, long threadHash, String marks) {
    String id() {
        return record.id();
    }
}
