package org.byenatos.localaischeduler.compute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.localaischeduler.queue.Pace.Stint;

/**
 * Compares a number of workers with the next larger one: both are allowed by turns, so that noise of the machine and changes of
 * the work meet both, and for each kind of work it is measured what a unit takes. Used by one thread at a time.
 */
final class Trial {

    private static final long SLICE_NANOS = 40_000_000;
    private static final long LONGEST_NANOS = 5_000_000_000L;
    private static final int LEAST_OF_KIND = 4;
    private static final int LEAST_STINTS = 12;
    private static final long LEAST_NANOS = 100_000_000;

    private final int fewer;
    private final long began;
    private final Map<String, Arms> kinds = new HashMap<>();

    /** What was done with each of both numbers. */
    private record Arms(Tally fewer, Tally more) {

        boolean known() {
            return fewer.stints >= LEAST_OF_KIND && more.stints >= LEAST_OF_KIND;
        }

        double nanos() {
            return (double) fewer.nanos + more.nanos;
        }

        /** How many times as fast a worker is among fewer. */
        double slowdown() {
            return (double) more.nanos / more.units * fewer.units / fewer.nanos;
        }
    }

    private static final class Tally {
        private int stints;
        private long units;
        private long nanos;
    }

    /** @param fewer the smaller number */
    Trial(int fewer, long now) {
        this.fewer = fewer;
        this.began = now;
    }

    int fewer() {
        return fewer;
    }

    /** How many workers are to be busy now. */
    int atOnce(long now) {
        return fewer + (int) ((now - began) / SLICE_NANOS % 2);
    }

    void add(Stint stint) {
        if (stint.nanos() > 0 && (stint.busy() == fewer || stint.busy() == fewer + 1)) {
            Arms arms = kinds.computeIfAbsent(stint.kind(), kind -> new Arms(new Tally(), new Tally()));
            Tally tally = stint.busy() == fewer ? arms.fewer : arms.more;
            tally.stints++;
            tally.units += stint.units();
            tally.nanos += stint.nanos();
        }
    }

    /** Whether enough is known, or will not be. */
    boolean over(long now) {
        return now - began > LONGEST_NANOS || enough();
    }

    /** How many times as much the larger number does as the smaller one; 1 if it could not be busy. */
    double gain() {
        if (!enough()) {
            return 1;
        }
        double all = known().stream().mapToDouble(Arms::nanos).sum();
        double speed = known().stream()
                        .mapToDouble(arms -> arms.nanos() / arms.slowdown())
                        .sum()
                / all;
        return speed * (fewer + 1) / fewer;
    }

    private boolean enough() {
        return enough(known().stream().map(Arms::fewer).toList(), fewer)
                && enough(known().stream().map(Arms::more).toList(), fewer + 1);
    }

    private static boolean enough(List<Tally> tallies, int workers) {
        return tallies.stream().mapToInt(tally -> tally.stints).sum() >= LEAST_STINTS
                && tallies.stream().mapToLong(tally -> tally.nanos).sum() >= workers * LEAST_NANOS;
    }

    private List<Arms> known() {
        return kinds.values().stream().filter(Arms::known).toList();
    }
}
