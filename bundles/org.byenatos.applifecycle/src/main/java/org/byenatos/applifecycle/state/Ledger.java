package org.byenatos.applifecycle.state;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.byenatos.api.common.Json;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.state.StateStore;
import org.jspecify.annotations.Nullable;

/**
 * The tables in memory and the store behind them. Tables are read at the first call, not before, because the store may
 * come later than this module; they stay when the store is replaced, because its documents do. Changes go to the store
 * first. Thread-safe.
 */
public final class Ledger {

    private final ServiceSlot<StateStore> store;
    private final TableLoader loader;
    private final Object loading = new Object();
    private final Object changing = new Object();
    private volatile @Nullable Tables tables;

    /**
     * @param store where documents are
     * @param clock what time it is
     */
    public Ledger(ServiceSlot<StateStore> store, Clock clock) {
        this.store = store;
        this.loader = new TableLoader(clock);
    }

    /** Work on the tables and the store. It may be run again from its beginning when the store is replaced meanwhile. */
    @FunctionalInterface
    public interface Work<R extends @Nullable Object> {

        /** Writes to the store first, then to the tables. */
        R run(Tables tables, StateStore store);
    }

    /** The tables, read from the store if need be. */
    public Tables tables() {
        Tables present = tables;
        return present != null ? present : store.call(this::load);
    }

    /** Does work while nobody else changes the directory. Nobody is kept waiting while the store is away. */
    public <R extends @Nullable Object> R change(Work<R> work) {
        return store.call(present -> {
            Tables loaded = load(present);
            synchronized (changing) {
                return work.run(loaded, present);
            }
        });
    }

    /** Does work beside that of others. */
    public <R extends @Nullable Object> R beside(Work<R> work) {
        return store.call(present -> work.run(load(present), present));
    }

    /** Writes down what apps added on their last day. */
    public void writeDays(Map<String, DayUse> days) {
        Map<StateKey, Json> documents = new HashMap<>();
        days.forEach((appId, use) -> documents.put(Keys.day(appId), Documents.of(use)));
        store.run(present -> present.putAll(documents));
    }

    private Tables load(StateStore present) {
        Tables loaded = tables;
        if (loaded != null) {
            return loaded;
        }
        synchronized (loading) {
            loaded = tables;
            if (loaded == null) {
                loaded = loader.load(present);
                tables = loaded;
            }
            return loaded;
        }
    }
}
