package org.byenatos.datafilesystem.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.search.DataIndex;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.datafilesystem.index.rank.Searcher;
import org.byenatos.datafilesystem.index.rank.Snapshot;
import org.byenatos.datafilesystem.index.text.QuestionReader;

/** Answers searches: understands the question, ranks what the index knows, and reads the hits from the storage. */
final class RecordSearch implements DataIndex {

    private final HinataStorage storage;
    private final OpenIndexes indexes;
    private final QuestionReader reader;
    private final Searcher searcher;

    RecordSearch(HinataStorage storage, OpenIndexes indexes, QuestionReader reader, Searcher searcher) {
        this.storage = storage;
        this.indexes = indexes;
        this.reader = reader;
        this.searcher = searcher;
    }

    @Override
    public List<SearchHit> search(SearchRequest request) {
        if (storage.lastSeq(request.userId()) == 0) {
            return List.of();
        }
        return hits(request, indexes.use(request.userId(), index -> find(index, request)));
    }

    @Override
    public void forget(String userId) {
        indexes.delete(userId);
    }

    @Override
    public long count(String userId) {
        return storage.lastSeq(userId) == 0 ? 0 : indexes.use(userId, RecordSearch::count);
    }

    private static Long count(UserIndex index) throws IOException {
        try (Snapshot snapshot = index.current()) {
            return (long) snapshot.reader().numDocs();
        }
    }

    private List<Searcher.Found> find(UserIndex index, SearchRequest request) throws IOException {
        try (Snapshot snapshot = index.current()) {
            return searcher.search(
                    snapshot, request, reader.read(request.question(), request.context(), index.authors()));
        }
    }

    /** What was deleted or hidden since the snapshot is left out. */
    private List<SearchHit> hits(SearchRequest request, List<Searcher.Found> found) {
        List<RecordRef> refs = found.stream().map(Searcher.Found::ref).toList();
        Map<RecordRef, StoredRecord> records = new HashMap<>();
        for (StoredRecord record : storage.findAll(request.userId(), refs, request.visibility())) {
            records.put(record.ref(), record);
        }
        List<SearchHit> hits = new ArrayList<>();
        for (Searcher.Found hit : found) {
            StoredRecord record = records.get(hit.ref());
            if (record != null) {
                hits.add(new SearchHit(record, hit.score(), hit.explain()));
            }
        }
        return hits;
    }
}
