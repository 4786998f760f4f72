package org.byenatos.datafilesystem.store;

import org.byenatos.api.hinata.RecordEnrichment;

/** An enrichment made ready for its row. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IncomingEnrichment(byte[] idHash, int revision, byte[] content) {
    static IncomingEnrichment of(RecordEnrichment item, HashKey hashes, Codec codec) {
        return new IncomingEnrichment(hashes.id(item.ref().id()), item.revision(), codec.write(item.enrichment()));
    }
}
