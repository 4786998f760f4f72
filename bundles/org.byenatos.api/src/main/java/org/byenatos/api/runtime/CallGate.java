package org.byenatos.api.runtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The provider's side of a hot swap. Every call of a module passes its gate; {@link #close} lets the calls in flight
 * finish and turns away later ones with {@link ModuleStoppedException}, which {@link ServiceSlot} answers by waiting
 * for the successor. Thread-safe.
 */
public final class CallGate implements AutoCloseable {

    private final String module;
    private final Duration patience;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final LongAdder entered = new LongAdder();
    private final LongAdder left = new LongAdder();

    /**
     * @param module the name of the module, for messages
     * @param patience how long {@link #close} waits at most for calls in flight
     */
    public CallGate(String module, Duration patience) {
        this.module = module;
        this.patience = patience;
    }

    /**
     * Runs a call, unless the gate is closed.
     *
     * @throws ModuleStoppedException if the gate is closed; nothing was done then
     */
    public <R extends @Nullable Object> R call(Supplier<R> call) {
        entered.increment();
        try {
            if (closed.get()) {
                throw new ModuleStoppedException(module);
            }
            return call.get();
        } finally {
            left.increment();
        }
    }

    /** Runs a call that returns nothing; otherwise as {@link #call}. */
    public void run(Runnable call) {
        call(() -> {
            call.run();
            return Boolean.TRUE;
        });
    }

    /** How many calls are inside now. */
    public long inFlight() {
        long out = left.sum();
        return entered.sum() - out;
    }

    /** Closes the gate and returns when the calls in flight have ended or patience has. Idempotent. */
    @Override
    public void close() {
        closed.set(true);
        long end = System.nanoTime() + patience.toNanos();
        while (inFlight() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
