package org.byenatos.virtualcore.attention;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.hinata.RecordRef;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a user's newest records. A ring: the record that came first makes way. For one thread.
 */
final class History {

    private final @Nullable EmbeddingModel model;
    private final @Nullable Signs signs;
    private final @Nullable Seen[] ring;
    private final Map<RecordRef, Integer> slots = new HashMap<>();
    private final Places places = new Places();
    private int next;
    private int used;

    /**
     * @param model whose vectors are compared, {@code null} for none
     * @param most how many records are held
     * @param cosine from which vectors are near
     */
    History(@Nullable EmbeddingModel model, int most, double cosine) {
        this.model = model;
        this.ring = new Seen[most];
        this.signs = model == null ? null : new Signs(most, model.dimensions(), cosine);
    }

    @Nullable
    EmbeddingModel model() {
        return model;
    }

    /** Remembers a record, in place of what is remembered of it. */
    void add(Seen seen) {
        remove(seen.ref);
        int slot = next;
        Seen first = ring[slot];
        if (first != null) {
            remove(first.ref);
        }
        ring[slot] = seen;
        slots.put(seen.ref, slot);
        places.add(seen);
        if (signs != null && seen.meaning != null) {
            signs.put(slot, seen.meaning.signs());
        }
        next = (next + 1) % ring.length;
        used = Math.max(used, slot + 1);
    }

    void remove(RecordRef ref) {
        Integer slot = slots.remove(ref);
        Seen seen = slot == null ? null : ring[slot];
        if (slot != null && seen != null) {
            ring[slot] = null;
            places.remove(seen);
        }
    }

    boolean holds(RecordRef ref) {
        return slots.containsKey(ref);
    }

    Collection<Seen> at(String place) {
        return places.at(place);
    }

    /** Those that may be near; those without a vector are not. */
    void near(Meaning meaning, Consumer<Seen> found) {
        if (signs != null) {
            signs.near(meaning.signs(), used, slot -> {
                Seen seen = ring[slot];
                if (seen != null && seen.meaning != null) {
                    found.accept(seen);
                }
            });
        }
    }

    void all(Consumer<Seen> found) {
        for (int slot = 0; slot < used; slot++) {
            Seen seen = ring[slot];
            if (seen != null) {
                found.accept(seen);
            }
        }
    }
}
