package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.Optional;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.datafilesystem.sql.Session;

/** An enrichment made ready for its row. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IncomingEnrichment(String appId, byte[] idHash, int revision, byte[] content) {
    static IncomingEnrichment of(RecordEnrichment item, HashKey hashes, Codec codec) {
        return new IncomingEnrichment(
                item.ref().appId(), hashes.id(item.ref().id()), item.revision(), codec.write(item.enrichment()));
    }

    /**
     * Stores it if the job waits for this very revision still.
     *
     * @return whether it was stored; what was not is done already: so it was counted when a later revision came, when
     *     the record went, or when another enrichment was stored
     */
    boolean store(Session session, UserSpace space, JobRange range) throws SQLException {
        Optional<RecordHead> found = RecordHead.find(session, space, appId, idHash);
        if (found.isEmpty()) {
            return false;
        }
        RecordHead head = found.get();
        if (head.revision() != revision || !range.holds(head.seq()) || head.enriched(session)) {
            return false;
        }
        Place place = new Place(space.userId(), appId, idHash, head.recordNo());
        byte[] sealed = space.cipher().seal(content, place.enrichment(revision));
        session.change(RecordSql.INSERT_ENRICHMENT, head.recordNo(), revision, sealed);
        return true;
    }
}
