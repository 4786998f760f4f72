package org.byenatos.datafilesystem.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.byenatos.api.hinata.HinataRecord;

/** A record made ready for its row, but for what only the writer knows. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IncomingRecord(
        HinataRecord record,
        byte[] idHash,
        byte[] content,
        byte[] happenedAt,
        byte[] sourceHash,
        byte[] authorHash,
        byte[] threadHash,
        String tagMarks) {
    String id() {
        return record.id();
    }

    String access() {
        return record.access().word();
    }

    /** Makes a batch ready; what its records have in common is hashed once. */
    static List<IncomingRecord> all(Iterable<HinataRecord> records, HashKey hashes, Codec codec) {
        Function<String, byte[]> sources = memo(hashes::source);
        Function<String, byte[]> authors = memo(hashes::author);
        Function<String, byte[]> threads = memo(hashes::thread);
        Function<String, String> tags = memo(tag -> TagMarks.mark(hashes.tag(tag)));
        List<IncomingRecord> incoming = new ArrayList<>();
        for (HinataRecord record : records) {
            String author = record.author();
            incoming.add(new IncomingRecord(
                    record,
                    hashes.id(record.id()),
                    codec.write(record),
                    TimeKey.of(record.timestamp()),
                    sources.apply(record.source()),
                    author == null ? hashes.noAuthor() : authors.apply(author),
                    threads.apply(record.threadOrDefault()),
                    TagMarks.of(record.tag(), tags)));
        }
        return incoming;
    }

    private static <T> Function<String, T> memo(Function<String, T> hash) {
        Map<String, T> known = new HashMap<>();
        return text -> known.computeIfAbsent(text, hash);
    }
}
