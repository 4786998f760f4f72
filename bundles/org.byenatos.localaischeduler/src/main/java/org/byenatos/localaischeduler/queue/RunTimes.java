package org.byenatos.localaischeduler.queue;

import java.time.Duration;

/** How long work takes, as a moving average of the last twenty or so. Guarded by the queue's lock. */
final class RunTimes {

    private static final double WEIGHT = 0.1;
    private static final Duration LEAST = Duration.ofMillis(100);
    private static final Duration MOST = Duration.ofSeconds(60);

    private double meanNanos;
    private boolean measured;

    void add(long nanos) {
        meanNanos = measured ? meanNanos + WEIGHT * (nanos - meanNanos) : nanos;
        measured = true;
    }

    /** How long some pieces of work will take, between 0.1 s and 60 s. */
    Duration estimate(int pieces, int workers) {
        Duration estimate = Duration.ofNanos((long) (meanNanos * pieces / workers));
        return estimate.compareTo(LEAST) < 0 ? LEAST : estimate.compareTo(MOST) > 0 ? MOST : estimate;
    }
}
