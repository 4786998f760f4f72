package org.byenatos.datafilesystem.store;

/**
 * Where a record lies.
 *
 * @param recordNo its number, never given to another record
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Place(String userId, String appId, byte[] idHash, long recordNo) {
    byte[] content(int revision) {
        return of("record.1", revision);
    }

    byte[] enrichment(int revision) {
        return of("enrichment.1", revision);
    }

    private byte[] of(String kind, int revision) {
        return new Binding(kind)
                .with(userId)
                .with(appId)
                .with(idHash)
                .with(recordNo)
                .with(revision)
                .bytes();
    }
}
