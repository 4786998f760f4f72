package org.byenatos.localaischeduler.model;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.byenatos.api.runtime.ModuleStoppedException;

/** The models that are being loaded: who needs one of them waits for the same load. Thread-safe. */
final class Loads {

    private final String module;
    private final Executor loader;
    private final Map<String, CompletableFuture<Loaded>> pending = new HashMap<>();

    /**
     * @param module the name of the module, for messages
     * @param loader what loads them
     */
    Loads(String module, Executor loader) {
        this.module = module;
        this.loader = loader;
    }

    /** The load of a model that is under way, or else a new one. */
    synchronized CompletableFuture<Loaded> of(String id, Supplier<Loaded> load) {
        CompletableFuture<Loaded> present = pending.get(id);
        if (present != null) {
            return present;
        }
        CompletableFuture<Loaded> future = new CompletableFuture<>();
        pending.put(id, future);
        try {
            loader.execute(() -> run(id, load, future));
        } catch (RejectedExecutionException stopped) {
            pending.remove(id);
            future.completeExceptionally(new ModuleStoppedException(module));
        }
        return future;
    }

    private void run(String id, Supplier<Loaded> load, CompletableFuture<Loaded> future) {
        try {
            Loaded model = load.get();
            ended(id);
            future.complete(model);
        } catch (RuntimeException | Error failure) {
            ended(id);
            future.completeExceptionally(failure);
        }
    }

    private synchronized void ended(String id) {
        pending.remove(id);
    }

    synchronized boolean has(String id) {
        return pending.containsKey(id);
    }

    /** The module has stopped: nothing of it ends any more. */
    synchronized void fail() {
        pending.values().forEach(future -> future.completeExceptionally(new ModuleStoppedException(module)));
        pending.clear();
    }
}
