package org.byenatos.distribution;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what is so sooner or later; long enough for a slow machine with much else to do. */
final class Await {

    /** How long at most. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long LOOK_MILLIS = 50;

    private Await() {}

    /** Returns when a condition holds; fails if it does not come to hold. */
    static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come to this: " + what);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
