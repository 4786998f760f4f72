package org.byenatos.localaischeduler.model;

import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The models in memory, within a budget: what was used longest ago goes first. Thread-safe. */
final class LoadedModels {

    private final long budget;
    private final BiConsumer<String, String> news;
    private final long begun = System.nanoTime();
    private final ConcurrentMap<String, Loaded> loaded = new ConcurrentHashMap<>();

    /**
     * @param budget how many bytes they may take together
     * @param news is told of a model's id and what became of it
     */
    LoadedModels(long budget, BiConsumer<String, String> news) {
        this.budget = budget;
        this.news = news;
    }

    @Nullable
    Loaded get(String id) {
        return loaded.get(id);
    }

    boolean has(String id) {
        return loaded.containsKey(id);
    }

    void add(Loaded model) {
        loaded.put(model.spec().id(), model);
        makeRoom(0);
        news.accept(model.spec().id(), "loaded");
    }

    /** Lets go of what was used longest ago, until the rest and so many bytes more are within the budget. */
    void makeRoom(long more) {
        while (loaded.size() > (more == 0 ? 1 : 0) && bytes() + more > budget) {
            loaded.values().stream()
                    .min(Comparator.comparingLong(model -> model.lastUsed() - begun))
                    .ifPresent(this::drop);
        }
    }

    private long bytes() {
        return loaded.values().stream().mapToLong(Loaded::memoryBytes).sum();
    }

    /** Lets go of a model: it is closed when nobody runs it any more. */
    void drop(Loaded model) {
        if (loaded.remove(model.spec().id(), model)) {
            news.accept(model.spec().id(), "unloaded");
        }
        model.retire();
    }

    void dropIf(Predicate<Loaded> superfluous) {
        loaded.values().stream().filter(superfluous).forEach(this::drop);
    }

    /** Lets go of all without telling anybody. */
    void clear() {
        loaded.values().forEach(Loaded::retire);
        loaded.clear();
    }
}
