package org.byenatos.api.state;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.common.Json;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps small documents, each a JSON value. What a call has returned from is durable; each call is atomic. Thread-safe.
 */
@ProviderType
public interface StateStore {

    /** The document, if it is there. */
    Optional<Json> get(StateKey key);

    /** Writes a document, new or in place of the present one. */
    void put(StateKey key, Json document);

    /** Writes several documents, all or none. */
    void putAll(Map<StateKey, Json> documents);

    /** Writes a document unless there is one. Returns whether it was written. */
    boolean putIfAbsent(StateKey key, Json document);

    /** Deletes a document. Returns whether it was there. */
    boolean delete(StateKey key);

    /** Deletes several documents, all or none; those that are not there are passed over. */
    void deleteAll(Collection<StateKey> keys);

    /** All documents of a collection, of every user and of nobody, in no order. */
    Map<StateKey, Json> list(String collection);

    /** All documents of a collection that belong to a user, in no order. */
    Map<StateKey, Json> list(String collection, String userId);
}
