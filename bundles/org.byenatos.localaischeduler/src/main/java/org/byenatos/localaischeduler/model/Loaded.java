package org.byenatos.localaischeduler.model;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.ai.model.ModelEngine;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.localaischeduler.compute.ModelTeam;

/**
 * A model in memory. Who wants to run it acquires it first and releases it afterwards; retired, it is closed as soon as
 * nobody has it, and refuses to be acquired. Thread-safe.
 */
public final class Loaded {

    private final FoundModel found;
    private final ModelSpec spec;
    private final ModelEngine engine;
    private final OpenModel open;
    private final ModelTeam team;
    private final EmbeddingModel embedding;
    private final Executor closer;
    private final CompletableFuture<Loaded> closed = new CompletableFuture<>();
    private volatile long lastUsed;
    private int users;
    private boolean retired;

    Loaded(FoundModel found, ModelEngine engine, OpenModel open, ModelTeam team, Executor closer) {
        this.found = found;
        this.spec = found.usable();
        this.engine = engine;
        this.open = open;
        this.team = team;
        this.closer = closer;
        this.embedding = new EmbeddingModel(spec.id(), found.fingerprint(), spec.dimensions());
        this.lastUsed = System.nanoTime();
    }

    /** What its folder says. */
    public ModelSpec spec() {
        return spec;
    }

    /** What runs it, several callers' texts at once. */
    public ModelTeam team() {
        return team;
    }

    /** Which model and content it is. */
    public EmbeddingModel embedding() {
        return embedding;
    }

    /** Its id and the beginning of its fingerprint. */
    public String version() {
        return spec.id() + "@" + embedding.fingerprint().substring(0, 8);
    }

    /** Takes hold of it; {@code false} if it is going. */
    public synchronized boolean acquire() {
        if (!retired) {
            users++;
            lastUsed = System.nanoTime();
        }
        return !retired;
    }

    /** Lets go of it. */
    public synchronized void release() {
        users--;
        lastUsed = System.nanoTime();
        closeIfUnused();
    }

    /** Begins work and lets go of the model, which the caller has acquired, when that has ended. */
    public <R> CompletableFuture<R> whileHeld(Supplier<CompletableFuture<R>> work) {
        try {
            CompletableFuture<R> future = work.get();
            var unused = future.whenComplete((result, failure) -> release());
            return future;
        } catch (RuntimeException | Error failure) {
            release();
            throw failure;
        }
    }

    /** Lets nobody else have it. */
    synchronized void retire() {
        if (!retired) {
            retired = true;
            closeIfUnused();
        }
    }

    /** Ends when it is closed. */
    CompletableFuture<Loaded> closed() {
        return closed;
    }

    synchronized boolean unused() {
        return users == 0;
    }

    long lastUsed() {
        return lastUsed;
    }

    long memoryBytes() {
        return open.memoryBytes();
    }

    FoundModel found() {
        return found;
    }

    boolean by(ModelEngine other) {
        return engine == other;
    }

    private void closeIfUnused() {
        if (retired && users == 0) {
            try {
                closer.execute(this::close);
            } catch (RejectedExecutionException ended) {
                close();
            }
        }
    }

    private void close() {
        try {
            open.close();
        } finally {
            closed.complete(this);
        }
    }
}
