package org.byenatos.applifecycle.ipc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.common.Json;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.state.StateStore;

/** Where events lie, a document each, those of a user sealed with their key. Thread-safe. */
final class EventStore {

    private static final String EVENTS = "event";
    private static final StateKey POSITION = StateKey.of("event_log", "position");
    private static final String LOST = "event_lost";

    private final ServiceSlot<StateStore> store;

    EventStore(ServiceSlot<StateStore> store) {
        this.store = store;
    }

    /**
     * What is kept.
     *
     * @param spaces the events
     * @param unclean whether the last writer ended without saying so
     */
    record Loaded(Spaces spaces, boolean unclean) {}

    Loaded load() {
        return store.call(EventStore::load);
    }

    /** Writes events and the position of the last of them: all or none. */
    void write(List<Entry> entries, long last) {
        Map<StateKey, Json> documents = new HashMap<>();
        entries.forEach(entry -> documents.put(key(entry), EntryDocument.of(entry)));
        documents.put(POSITION, EntryDocument.position(last, true));
        store.run(present -> present.putAll(documents));
    }

    /** Says that nothing is in hand any more. */
    void writeClean(long last) {
        store.run(present -> present.put(POSITION, EntryDocument.position(last, false)));
    }

    /** Deletes the first events of a space, and first says so. */
    void delete(String space, List<Entry> entries) {
        long last = entries.get(entries.size() - 1).seq();
        StateKey lost = new StateKey(LOST, space.equals(Spaces.NOBODY) ? null : space, "position");
        store.run(present -> {
            present.put(lost, EntryDocument.position(last, false));
            present.deleteAll(entries.stream().map(EventStore::key).toList());
        });
    }

    private static Loaded load(StateStore store) {
        Optional<Json> position = store.get(POSITION);
        Spaces spaces = new Spaces(position.map(EntryDocument::seq).orElse(0L));
        store.list(EVENTS).forEach((key, json) -> {
            Entry entry = EntryDocument.read(key, json);
            spaces.of(entry.space()).add(entry);
        });
        store.list(LOST).forEach((key, json) -> spaces.of(key.userId() == null ? Spaces.NOBODY : key.userId())
                .lostUpTo(EntryDocument.seq(json)));
        return new Loaded(spaces, position.map(EntryDocument::open).orElse(false));
    }

    private static StateKey key(Entry entry) {
        return new StateKey(EVENTS, entry.userId(), Long.toString(entry.seq()));
    }
}
