package org.byenatos.datafilesystem.store;

import java.util.List;
import org.byenatos.api.hinata.HinataRecord;

/** A record made ready for its row, but for what only the writer knows. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IncomingRecord(
        String id,
        byte[] idHash,
        byte[] content,
        byte[] contentHash,
        byte[] happenedAt,
        String access,
        byte[] sourceHash,
        byte[] authorHash,
        byte[] threadHash,
        List<byte[]> tagHashes) {
    static IncomingRecord of(HinataRecord record, HashKey hashes, Codec codec) {
        byte[] content = codec.write(record);
        String author = record.author();
        return new IncomingRecord(
                record.id(),
                hashes.id(record.id()),
                content,
                hashes.content(content),
                TimeKey.of(record.timestamp()),
                record.access().word(),
                hashes.source(record.source()),
                author == null ? hashes.noAuthor() : hashes.author(author),
                hashes.thread(record.threadOrDefault()),
                record.tag().stream().distinct().map(hashes::tag).toList());
    }
}
