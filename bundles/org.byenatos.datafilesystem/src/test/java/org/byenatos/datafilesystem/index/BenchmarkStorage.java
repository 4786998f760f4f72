package org.byenatos.datafilesystem.index;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;

/** Invented records, made when they are read, so that the heap holds none of them as it holds none of a database's. */
final class BenchmarkStorage extends MemoryStorage {
    private final BenchmarkTexts texts;
    private final int records;

    BenchmarkStorage(BenchmarkTexts texts, int records) {
        this.texts = texts;
        this.records = records;
    }

    @Override
    public long lastSeq(String userId) {
        return records;
    }

    @Override
    public List<Change> changesAfter(String userId, long after, int limit) {
        return IntStream.range((int) after, (int) Math.min(records, after + limit))
                .mapToObj(this::record)
                .map(record -> new Change(record.seq(), record.ref(), record))
                .toList();
    }

    @Override
    public List<StoredRecord> findAll(String userId, List<RecordRef> refs, Visibility visibility) {
        return refs.stream()
                .map(ref -> record(Integer.parseInt(ref.id().substring(1))))
                .toList();
    }

    private StoredRecord record(int number) {
        return new StoredRecord(
                IndexFixture.USER, IndexFixture.APP, texts.record(number), 1, number + 1, Instant.EPOCH, null);
    }
}
