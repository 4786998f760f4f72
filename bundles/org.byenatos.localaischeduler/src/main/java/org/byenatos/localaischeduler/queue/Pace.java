package org.byenatos.localaischeduler.queue;

/** How much the work that is not interactive may take of the machine. Thread-safe, quick. */
public interface Pace {

    /** Such work goes on at once, on all workers. */
    Pace FULL = new Pace() {
        @Override
        public long restAfter(long turnNanos) {
            return 0;
        }

        @Override
        public int atOnce() {
            return Integer.MAX_VALUE;
        }

        @Override
        public void ran(Stint stint) {}
    };

    /**
     * What a worker did in a turn.
     *
     * @param kind of what kind the work was
     * @param units how much was done, comparable within the kind
     * @param nanos how long it took
     * @param busy how many workers were busy meanwhile, itself included
     * @param more whether other work waits that is not interactive
     */
    record Stint(String kind, long units, long nanos, int busy, boolean more) {}

    /** How long work that nobody waits for rests after a turn, in nanoseconds. */
    long restAfter(long turnNanos);

    /** How many workers may do work that is not interactive now, 1 or more. */
    int atOnce();

    /** Hears of a turn during which always so many workers were busy. */
    void ran(Stint stint);
}
