package org.byenatos.localaischeduler;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.byenatos.api.common.Json;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.state.StateStore;

/** A store of documents in memory. */
public final class MemoryStore implements StateStore {

    private final Map<StateKey, Json> documents = new ConcurrentHashMap<>();

    @Override
    public Optional<Json> get(StateKey key) {
        return Optional.ofNullable(documents.get(key));
    }

    @Override
    public void put(StateKey key, Json document) {
        documents.put(key, document);
    }

    @Override
    public void putAll(Map<StateKey, Json> all) {
        documents.putAll(all);
    }

    @Override
    public boolean putIfAbsent(StateKey key, Json document) {
        return documents.putIfAbsent(key, document) == null;
    }

    @Override
    public boolean delete(StateKey key) {
        return documents.remove(key) != null;
    }

    @Override
    public void deleteAll(Collection<StateKey> keys) {
        documents.keySet().removeAll(keys);
    }

    @Override
    public Map<StateKey, Json> list(String collection) {
        Map<StateKey, Json> found = new HashMap<>(documents);
        found.keySet().removeIf(key -> !key.collection().equals(collection));
        return found;
    }

    @Override
    public Map<StateKey, Json> list(String collection, String userId) {
        Map<StateKey, Json> found = list(collection);
        found.keySet().removeIf(key -> !userId.equals(key.userId()));
        return found;
    }
}
