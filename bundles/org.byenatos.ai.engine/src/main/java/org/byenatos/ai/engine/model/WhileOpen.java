package org.byenatos.ai.engine.model;

import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.byenatos.api.error.UnavailableException;

/** Runs of a model side by side, and its end after all of them. */
public final class WhileOpen {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String model;
    private final ReadWriteLock memory = new ReentrantReadWriteLock();
    private boolean closed;

    /** @param model its id */
    public WhileOpen(String model) {
        this.model = model;
    }

    /**
     * Uses the model.
     *
     * @throws UnavailableException if it was closed
     */
    public <R> R use(Supplier<R> use) {
        memory.readLock().lock();
        try {
            if (closed) {
                throw new UnavailableException("The model " + model + " was closed. Ask for it again.", RETRY);
            }
            return use.get();
        } finally {
            memory.readLock().unlock();
        }
    }

    /** Frees what the model holds, the first time, when nobody uses it. */
    public void close(Runnable free) {
        memory.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                free.run();
            }
        } finally {
            memory.writeLock().unlock();
        }
    }
}
