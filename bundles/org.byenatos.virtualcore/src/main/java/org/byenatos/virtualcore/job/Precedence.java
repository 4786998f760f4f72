package org.byenatos.virtualcore.job;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets submissions go before enrichment, which would take the processors that they need. While submissions come, or came a
 * moment ago, a batch waits; never longer than its patience, so that a stream of them slows enrichment and does not stop it,
 * and not at all while somebody waits for what is enriched. Thread-safe.
 */
public final class Precedence {

    private final long pauseNanos;
    private final long patienceNanos;
    private int inHand;
    private int awaited;
    private long lastEnd;

    /** With what suits clients that send one batch after the other. */
    public Precedence() {
        this(Duration.ofMillis(100), Duration.ofSeconds(2));
    }

    /**
     * @param pause so long after a submission the next one is expected
     * @param patience so long a batch waits at most
     */
    Precedence(Duration pause, Duration patience) {
        this.pauseNanos = pause.toNanos();
        this.patienceNanos = patience.toNanos();
        this.lastEnd = System.nanoTime() - pauseNanos;
    }

    /** Takes a submission in, before anything that gives way. */
    public <R> R first(Supplier<R> submission) {
        begin();
        try {
            return submission.get();
        } finally {
            end();
        }
    }

    /** Waits for what is enriched: nothing gives way meanwhile. */
    public <R> R awaiting(Supplier<R> enriched) {
        await(1);
        try {
            return enriched.get();
        } finally {
            await(-1);
        }
    }

    /** Returns when no submission is under way, or when patience ends; at once when interrupted, which stays so. */
    synchronized void giveWay() {
        long end = System.nanoTime() + patienceNanos;
        try {
            for (long left = left(end); left > 0; left = left(end)) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long left(long end) {
        long now = System.nanoTime();
        if (awaited > 0) {
            return 0;
        }
        return inHand > 0 ? end - now : Math.min(end - now, lastEnd + pauseNanos - now);
    }

    private synchronized void begin() {
        inHand++;
    }

    private synchronized void end() {
        inHand--;
        lastEnd = System.nanoTime();
        notifyAll();
    }

    private synchronized void await(int more) {
        awaited += more;
        notifyAll();
    }
}
