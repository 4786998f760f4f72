package org.byenatos.applifecycle.share;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket that holds a single number, the time at which it will be full again (the generic cell rate algorithm).
 * Thread-safe and lock-free.
 */
final class TokenBucket {

    private final AtomicLong fullAt;

    /** A full bucket. */
    TokenBucket(long now) {
        this.fullAt = new AtomicLong(now);
    }

    /**
     * Takes one.
     *
     * @param now the time in nanoseconds, from any origin
     * @param share how fast it fills and how much it holds
     * @return 0 if one was taken, else after how many nanoseconds there is one again
     */
    long take(long now, Share share) {
        while (true) {
            long present = fullAt.get();
            long base = present - now > 0 ? present : now;
            long tooEarly = base - now - share.toleranceNanos();
            if (tooEarly > 0) {
                return tooEarly;
            }
            if (fullAt.compareAndSet(present, base + share.intervalNanos())) {
                return 0;
            }
        }
    }

    /** Puts one back that was taken for nothing. */
    void giveBack(Share share) {
        fullAt.addAndGet(-share.intervalNanos());
    }

    /** Whether it is full, so that nothing is lost if it is forgotten. */
    boolean full(long now) {
        return fullAt.get() - now <= 0;
    }

    /**
     * How fast a bucket fills and how much it holds.
     *
     * @param intervalNanos after how long one more drips in
     * @param toleranceNanos how long it takes to fill but for one
     */
    record Share(long intervalNanos, long toleranceNanos) {

        private static final long MINUTE = 60_000_000_000L;
        private static final int SMALLEST_BURST = 10;

        /** The share of so many requests a minute: what a second brings may come at once, or ten where that is less. */
        static Share of(int requestsPerMinute) {
            long interval = MINUTE / requestsPerMinute;
            int burst = Math.max(requestsPerMinute / 60, Math.min(requestsPerMinute, SMALLEST_BURST));
            return new Share(interval, interval * (burst - 1));
        }
    }
}
