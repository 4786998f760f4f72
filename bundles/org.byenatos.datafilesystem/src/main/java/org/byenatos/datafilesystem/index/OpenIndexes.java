package org.byenatos.datafilesystem.index;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.datafilesystem.index.vector.VectorStore;

/** The indexes that are open, not more than a certain number beside those in use. Thread-safe. */
final class OpenIndexes implements AutoCloseable {

    private final HinataStorage storage;
    private final IndexFiles files;
    private final VectorStore vectors;
    private final int maxOpen;
    private final Clock clock;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    /**
     * @param storage what is indexed
     * @param files where indexes lie
     * @param vectors the vectors beside them
     * @param maxOpen how many may stay open
     * @param clock says which of them was used last
     */
    OpenIndexes(HinataStorage storage, IndexFiles files, VectorStore vectors, int maxOpen, Clock clock) {
        this.storage = storage;
        this.files = files;
        this.vectors = vectors;
        this.maxOpen = maxOpen;
        this.clock = clock;
    }

    /** Uses a user's index for somebody who asks, opening it if need be. */
    <R> R use(String userId, Slot.Use<R> use) {
        slot(userId).touch();
        return keepUp(userId, use);
    }

    /** Uses a user's index, opening it if need be, without keeping it open for that. */
    <R> R keepUp(String userId, Slot.Use<R> use) {
        Slot slot = slot(userId);
        boolean opens = !slot.isOpen();
        try {
            return slot.use(use);
        } finally {
            if (opens) {
                closeSpare();
            }
        }
    }

    /** Users whose index is open. */
    List<String> open() {
        return slots.values().stream().filter(Slot::isOpen).map(Slot::userId).toList();
    }

    /** Deletes a user's index, open or not. */
    void delete(String userId) {
        slot(userId).delete();
    }

    /** Deletes a user's vectors; they are made anew when there is a model. */
    void deleteVectors(String userId) {
        slot(userId).deleteVectors();
    }

    /** Closes those that nobody used since then. */
    void closeUnusedSince(Instant then) {
        slots.values().stream().filter(slot -> slot.lastUse().isBefore(then)).forEach(Slot::closeIfIdle);
    }

    @Override
    public void close() {
        slots.values().forEach(Slot::closeIfIdle);
    }

    private Slot slot(String userId) {
        return slots.computeIfAbsent(userId, user -> new Slot(user, storage, files, vectors, clock));
    }

    private void closeSpare() {
        List<Slot> open = slots.values().stream()
                .filter(Slot::isOpen)
                .sorted(Comparator.comparing(Slot::lastUse))
                .toList();
        open.stream().limit(Math.max(0, open.size() - maxOpen)).forEach(Slot::closeIfIdle);
    }
}
