package org.byenatos.datafilesystem.index;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.datafilesystem.index.rank.Meaning;
import org.byenatos.datafilesystem.index.rank.QuestionVectors;
import org.byenatos.datafilesystem.index.rank.Searcher;
import org.byenatos.datafilesystem.index.rank.Snapshot;
import org.byenatos.datafilesystem.index.text.Question;
import org.byenatos.datafilesystem.index.text.QuestionReader;
import org.byenatos.datafilesystem.index.vector.VectorView;
import org.jspecify.annotations.Nullable;

/** Answers searches: understands the question, ranks what the index knows, and reads the hits from the storage. */
final class RecordSearch {

    /** So long a question waits for vectors that are being read from disk; without them it is answered by words. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final HinataStorage storage;
    private final OpenIndexes indexes;
    private final QuestionReader reader;
    private final Searcher searcher;
    private final QuestionVectors questions;

    RecordSearch(
            HinataStorage storage,
            OpenIndexes indexes,
            QuestionReader reader,
            Searcher searcher,
            QuestionVectors questions) {
        this.questions = questions;
        this.storage = storage;
        this.indexes = indexes;
        this.reader = reader;
        this.searcher = searcher;
    }

    List<SearchHit> search(SearchRequest request) {
        if (storage.lastSeq(request.userId()) == 0) {
            return List.of();
        }
        return hits(request, indexes.use(request.userId(), index -> find(index, request)));
    }

    long countRecords(String userId) {
        return storage.lastSeq(userId) == 0 ? 0 : indexes.use(userId, RecordSearch::count);
    }

    private static Long count(UserIndex index) throws IOException {
        try (Snapshot snapshot = index.current()) {
            return (long) snapshot.reader().numDocs();
        }
    }

    private List<Searcher.Found> find(UserIndex index, SearchRequest request) throws IOException {
        try (Snapshot snapshot = index.current()) {
            Question question = reader.read(request.question(), request.context(), index.authors());
            return searcher.search(snapshot, request, question, meaning(index, snapshot, question));
        }
    }

    /** The question's vector beside those of the records, if there are any and their model can serve now. */
    private @Nullable Meaning meaning(UserIndex index, Snapshot snapshot, Question question) throws IOException {
        VectorView vectors = index.vectors().view(PATIENCE);
        if (vectors == null || vectors.size() == 0) {
            return null;
        }
        float[] vector = questions.of(vectors.model(), question, snapshot);
        return vector == null ? null : new Meaning(vectors, vector, index.rowRanks());
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
