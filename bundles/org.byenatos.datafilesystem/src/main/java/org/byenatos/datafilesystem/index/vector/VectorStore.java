package org.byenatos.datafilesystem.index.vector;

import java.io.IOException;
import org.byenatos.api.hinata.HinataStorage;

/** Opens and deletes the vectors of users. Thread-safe. */
public final class VectorStore {

    private final HinataStorage storage;
    private final VectorFolders folders;
    private final Embeddings embeddings;
    private final VectorTuning tuning;
    private final VectorMemory memory;

    /**
     * @param storage what vectors follow
     * @param folders where they lie
     * @param embeddings makes them
     * @param tuning how near ones are looked for
     * @param memory where they lie while their index is open
     */
    public VectorStore(
            HinataStorage storage,
            VectorFolders folders,
            Embeddings embeddings,
            VectorTuning tuning,
            VectorMemory memory) {
        this.storage = storage;
        this.folders = folders;
        this.embeddings = embeddings;
        this.tuning = tuning;
        this.memory = memory;
    }

    /** A user's vectors, of which nothing is read yet. */
    public UserVectors open(String userId) {
        return new UserVectors(userId, storage, folders, embeddings, tuning, memory);
    }

    /** Deletes a user's vectors, which must not be open. */
    public void delete(String userId) throws IOException {
        folders.delete(userId);
    }
}
