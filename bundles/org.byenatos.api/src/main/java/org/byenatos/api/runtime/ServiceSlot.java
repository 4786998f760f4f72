package org.byenatos.api.runtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.byenatos.api.error.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * The consumer's side of a hot swap: holds the present provider of a service that may come and go. A component keeps
 * one per dynamic reference and binds it from its {@code @Reference(policy = DYNAMIC, policyOption = GREEDY,
 * cardinality = OPTIONAL)} methods. {@link #call} reads the provider once, waits while there is none or while it says
 * that it was stopped, and gives up only after the patience. Thread-safe.
 *
 * @param <T> the service
 */
public final class ServiceSlot<T> {

    private static final long STEP_NANOS = 5_000_000;

    private final String name;
    private final Duration patience;
    private final AtomicReference<@Nullable T> provider = new AtomicReference<>();

    /**
     * @param name what the service is called in messages
     * @param patience how long a call waits for a provider
     */
    public ServiceSlot(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    /** A slot that waits for three seconds, the time that a swap may take. */
    public static <T> ServiceSlot<T> of(String name) {
        return new ServiceSlot<>(name, Duration.ofSeconds(3));
    }

    /** Puts a provider in; the one before is forgotten. */
    public void bind(T service) {
        provider.set(service);
    }

    /** Takes a provider out, unless another has taken its place already. */
    public void unbind(T service) {
        provider.compareAndSet(service, null);
    }

    /** Whether there is a provider now. */
    public boolean present() {
        return provider.get() != null;
    }

    /**
     * Calls the provider, waiting for one if need be.
     *
     * @throws UnavailableException if none came in time
     */
    public <R extends @Nullable Object> R call(Function<? super T, ? extends R> call) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            T service = provider.get();
            if (service != null) {
                try {
                    return call.apply(service);
                } catch (ModuleStoppedException stopped) {
                    provider.compareAndSet(service, null);
                }
            }
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new UnavailableException(
                        name + " is not available; see its state in GET /status.", Duration.ofSeconds(1));
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    /** Calls the provider without wanting an answer; otherwise as {@link #call}. */
    public void run(Consumer<? super T> call) {
        call(service -> {
            call.accept(service);
            return Boolean.TRUE;
        });
    }
}
