package org.byenatos.localaischeduler.queue;

/** How much work that nobody waits for holds back. Thread-safe, quick. */
@FunctionalInterface
public interface Pace {

    /** Work that nobody waits for goes on at once. */
    Pace FULL = turnNanos -> 0;

    /** How long such work rests after a turn, in nanoseconds. */
    long restAfter(long turnNanos);
}
