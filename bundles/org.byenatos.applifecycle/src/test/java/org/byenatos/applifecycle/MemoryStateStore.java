package org.byenatos.applifecycle;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.state.StateStore;

/** A state store in memory that keeps its promises, and can be told to fail. */
public final class MemoryStateStore implements StateStore {

    private final Map<StateKey, Json> documents = new HashMap<>();
    private RuntimeException failure;
    private int writes;

    /** From now on every write throws this; {@code null} ends it. */
    public synchronized void failWith(RuntimeException toThrow) {
        failure = toThrow;
    }

    /** How many writes there were. */
    public synchronized int writes() {
        return writes;
    }

    /** All documents now. */
    public synchronized Map<StateKey, Json> all() {
        return Map.copyOf(documents);
    }

    @Override
    public synchronized Optional<Json> get(StateKey key) {
        return Optional.ofNullable(documents.get(key));
    }

    @Override
    public synchronized void put(StateKey key, Json document) {
        write();
        documents.put(key, document);
    }

    @Override
    public synchronized void putAll(Map<StateKey, Json> toPut) {
        write();
        documents.putAll(toPut);
    }

    @Override
    public synchronized boolean putIfAbsent(StateKey key, Json document) {
        write();
        return documents.putIfAbsent(key, document) == null;
    }

    @Override
    public synchronized boolean delete(StateKey key) {
        write();
        return documents.remove(key) != null;
    }

    @Override
    public synchronized void deleteAll(Collection<StateKey> keys) {
        write();
        keys.forEach(documents::remove);
    }

    @Override
    public synchronized Map<StateKey, Json> list(String collection) {
        return where(key -> key.collection().equals(collection));
    }

    @Override
    public synchronized Map<StateKey, Json> list(String collection, String userId) {
        return where(key -> key.collection().equals(collection) && userId.equals(key.userId()));
    }

    private Map<StateKey, Json> where(Predicate<StateKey> test) {
        return documents.entrySet().stream()
                .filter(entry -> test.test(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void write() {
        if (failure != null) {
            throw failure;
        }
        writes++;
    }

    /** What a full disk looks like. */
    public static StorageException full() {
        return new StorageException("The disk is full.");
    }
}
