package org.byenatos.localaischeduler.queue;

import org.jspecify.annotations.Nullable;

/**
 * Work done in small steps, so that more urgent work need not wait for the whole. Used by one thread at a time, with
 * what one step wrote visible to the next.
 *
 * @param <R> the result
 */
public interface Work<R> {

    /** Does the next step, if there is one, and says whether more are to come. */
    boolean step();

    /** The result, after the last step. */
    R result(Timing timing);

    /** How many characters are held while the work waits. */
    long characters();

    /** For which app, {@code null} for none. */
    default @Nullable String app() {
        return null;
    }

    /** What does its steps together with those of other work, {@code null} if nothing does. */
    default @Nullable Team team() {
        return null;
    }

    /** What takes about as long for as much done; empty for work that is not compared. */
    default String kind() {
        return "";
    }

    /** How much has been done, comparable within the kind. */
    default long done() {
        return 0;
    }

    /** How many units are left to do, of work that a team does. */
    default int units() {
        return 1;
    }
}
