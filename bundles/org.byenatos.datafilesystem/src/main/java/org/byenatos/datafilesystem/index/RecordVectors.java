package org.byenatos.datafilesystem.index;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.vector.VectorDatabase;
import org.byenatos.api.vector.VectorHit;
import org.byenatos.api.vector.VectorSearch;
import org.byenatos.datafilesystem.index.rank.NearRecords;
import org.byenatos.datafilesystem.index.rank.Snapshot;
import org.byenatos.datafilesystem.index.vector.VectorView;

/** The vectors of the users' records, beside their indexes, which say what records there are. Thread-safe. */
final class RecordVectors implements VectorDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MAX_LIMIT = 10_000;

    private final HinataStorage storage;
    private final OpenIndexes indexes;

    RecordVectors(HinataStorage storage, OpenIndexes indexes) {
        this.storage = storage;
        this.indexes = indexes;
    }

    @Override
    public Optional<EmbeddingModel> serving(String userId) {
        return use(userId, Optional.empty(), (near, vectors) -> Optional.of(vectors.model()));
    }

    @Override
    public long count(String userId) {
        return use(userId, 0, (near, vectors) -> near.count());
    }

    @Override
    public List<VectorHit> nearest(VectorSearch search, float[] vector) {
        check(search);
        return use(search.userId(), List.of(), (near, vectors) -> {
            if (vector.length != vectors.model().dimensions()) {
                throw new InvalidInputException(
                        "/vector",
                        "has " + vector.length + " dimensions and not "
                                + vectors.model().dimensions());
            }
            return near.of(search, vector);
        });
    }

    @Override
    public List<VectorHit> moreLike(VectorSearch search, RecordRef record) {
        check(search);
        if (storage.findAll(search.userId(), List.of(record), search.visibility())
                .isEmpty()) {
            throw new NotFoundException("There is no such record.");
        }
        return use(search.userId(), List.of(), (near, vectors) -> near.like(search, record));
    }

    @Override
    public void deleteVectors(String userId) {
        indexes.deleteVectors(userId);
    }

    private static void check(VectorSearch search) {
        if (search.limit() < 1 || search.limit() > MAX_LIMIT) {
            throw new InvalidInputException("/limit", "must be 1.." + MAX_LIMIT);
        }
    }

    /** What is done with a user's vectors. */
    @FunctionalInterface
    private interface Use<R> {
        R with(NearRecords near, VectorView vectors) throws IOException;
    }

    private <R> R use(String userId, R none, Use<R> use) {
        if (storage.lastSeq(userId) == 0) {
            return none;
        }
        return indexes.use(userId, index -> {
            VectorView vectors = index.vectors().view(PATIENCE);
            if (vectors == null) {
                return none;
            }
            try (Snapshot snapshot = index.current()) {
                return use.with(new NearRecords(snapshot, vectors, index.rowRanks()), vectors);
            }
        });
    }
}
