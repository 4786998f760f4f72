package org.byenatos.api.vector;

import java.util.List;
import java.util.Optional;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.RecordRef;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One vector per record of a user, made by the default embedding model. Derived from {@code HinataStorage} and
 * disposable: vectors follow the storage while a model is loaded, what was deleted or revised is never found, and all of
 * them are made anew in the background when they are missing, damaged, or of a model that is no longer the default; until
 * then those of the earlier model serve. On disk they are encrypted under the user's key. Thread-safe.
 */
@ProviderType
public interface VectorDatabase {

    /** The model whose vectors of a user serve now; empty while there are none. */
    Optional<EmbeddingModel> serving(String userId);

    /** How many of a user's records have a vector that serves. */
    long count(String userId);

    /**
     * The records whose vectors are nearest to a vector, nearest first; nothing if the user has no vectors. Records that
     * may not be seen or are not wanted take no place from others.
     *
     * @param vector made by the model that {@link #serving} gives; its length need not be 1
     * @throws InvalidInputException if it has another number of dimensions
     */
    List<VectorHit> nearest(VectorSearch search, float[] vector);

    /**
     * The records nearest to another one, which is not among them; nothing as long as that one has no vector.
     *
     * @throws NotFoundException if there is no such record, or it may not be seen
     */
    List<VectorHit> moreLike(VectorSearch search, RecordRef record);

    /** Deletes a user's vectors, in memory and on disk; they come back if there are records and a model still. */
    void deleteVectors(String userId);
}
