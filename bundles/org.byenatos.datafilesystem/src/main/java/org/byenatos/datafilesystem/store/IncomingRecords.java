package org.byenatos.datafilesystem.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;

/** Makes a batch of one app's records ready; what they have in common is hashed once. For one batch. */
final class IncomingRecords {
    private final HashKey hashes;
    private final Codec codec;
    private final String appMark;
    private final Function<Access, String> access;
    private final Function<String, String> sources;
    private final Function<String, String> authors;
    private final Function<String, String> tags;
    private final Function<String, Long> threads;

    IncomingRecords(String appId, HashKey hashes, Codec codec) {
        this.hashes = hashes;
        this.codec = codec;
        this.appMark = hashes.app(appId);
        this.access = memo(hashes::access);
        this.sources = memo(hashes::source);
        this.authors = memo(hashes::author);
        this.tags = memo(hashes::tag);
        this.threads = memo(hashes::thread);
    }

    private static <K, V> Function<K, V> memo(Function<K, V> hash) {
        Map<K, V> known = new HashMap<>();
        return key -> known.computeIfAbsent(key, hash);
    }

    List<IncomingRecord> of(Collection<HinataRecord> records) {
        List<IncomingRecord> incoming = new ArrayList<>(records.size());
        for (HinataRecord record : records) {
            incoming.add(new IncomingRecord(
                    record,
                    hashes.id(record.id()),
                    codec.write(record),
                    TimeKey.of(record.timestamp()),
                    threads.apply(record.threadOrDefault()),
                    Marks.join(marks(record))));
        }
        return incoming;
    }

    private Set<String> marks(HinataRecord record) {
        Set<String> marks = new LinkedHashSet<>();
        marks.add(appMark);
        marks.add(access.apply(record.access()));
        marks.add(sources.apply(record.source()));
        if (record.author() != null) {
            marks.add(authors.apply(record.author()));
        }
        for (String tag : record.tag()) {
            marks.add(tags.apply(tag));
        }
        return marks;
    }
}
