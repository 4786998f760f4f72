package org.byenatos.localaischeduler.queue;

/**
 * Where the time of a piece of work went.
 *
 * @param queueNanos how long it waited, between its steps too
 * @param computeNanos how long its steps took
 */
public record Timing(long queueNanos, long computeNanos) {

    /** The wait in milliseconds. */
    public double queueMillis() {
        return queueNanos / 1e6;
    }

    /** The computation in milliseconds. */
    public double computeMillis() {
        return computeNanos / 1e6;
    }
}
