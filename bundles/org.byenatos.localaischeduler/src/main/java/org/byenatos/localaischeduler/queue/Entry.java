package org.byenatos.localaischeduler.queue;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.error.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work in the queue or on a thread. Its times are guarded by the queue's lock, its work by being in one
 * place only.
 */
final class Entry<R> {

    private final Work<R> work;
    private final Priority priority;
    private final CompletableFuture<R> future = new CompletableFuture<>();
    private final long submitted;
    private final long expires;
    private final boolean expiring;
    private final String app;
    private final long characters;
    private long queued;
    private long computeNanos;

    /**
     * @param now the time in nanoseconds
     * @param deadline after this the result is of no use, {@code null} if it always is
     */
    Entry(Work<R> work, Priority priority, @Nullable Duration deadline, long now) {
        this.work = work;
        this.priority = priority;
        this.app = Objects.requireNonNullElse(work.app(), "");
        this.characters = work.characters();
        this.submitted = now;
        this.queued = now;
        this.expiring = deadline != null;
        this.expires = deadline == null ? now : now + nanos(deadline);
    }

    Priority priority() {
        return priority;
    }

    CompletableFuture<R> future() {
        return future;
    }

    long characters() {
        return characters;
    }

    /** For which app; empty for none. */
    String app() {
        return app;
    }

    Work<R> work() {
        return work;
    }

    @Nullable
    Team team() {
        return work.team();
    }

    int units() {
        return work.units();
    }

    /** How long it waited until now, between its steps too. */
    long waited(long now) {
        return now - submitted - computeNanos;
    }

    /** When it was put in line last. */
    long queued() {
        return queued;
    }

    void queuedAt(long now) {
        queued = now;
    }

    boolean expired(long now) {
        return expiring && now - expires >= 0;
    }

    long computeNanos() {
        return computeNanos;
    }

    /** Does one step. */
    boolean step() {
        return work.step();
    }

    void computed(long nanos) {
        computeNanos += nanos;
    }

    void finish(long now) {
        future.complete(work.result(new Timing(waited(now), computeNanos)));
    }

    void fail(Throwable failure) {
        future.completeExceptionally(failure);
    }

    void expire() {
        fail(new UnavailableException(
                "The deadline passed before local AI was done; give deadline_ms more room or a higher priority.",
                Duration.ofSeconds(1)));
    }

    /** A deadline of more than a century is none; this keeps the sum from overflowing. */
    private static long nanos(Duration deadline) {
        Duration most = Duration.ofDays(36_500);
        return (deadline.compareTo(most) > 0 ? most : deadline).toNanos();
    }
}
