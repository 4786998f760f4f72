package org.byenatos.localaischeduler.compute;

import java.util.function.LongSupplier;
import org.byenatos.api.ai.AiMetrics;
import org.byenatos.localaischeduler.queue.Pace.Stint;
import org.jspecify.annotations.Nullable;

/**
 * How many workers may be busy with work that is not interactive: one, and more for as long as work waits and trials show that each
 * worker more pays. Now and then it is tried anew, upwards and downwards. Thread-safe.
 */
final class Workers {

    /** A worker more must bring so much of what each of those before it does. */
    private static final double LEAST_SHARE = 0.25;

    private static final long PAUSE_NANOS = 10_000_000_000L;
    private static final long FORGET_NANOS = 10_000_000_000L;

    private final int most;
    private final LongSupplier nanos;
    private int chosen = 1;
    private @Nullable Trial trial;
    private long waited;
    private long pauseUntil;
    private long trials;
    private double gain;

    /**
     * @param most how many there are
     * @param nanos the time, as {@link System#nanoTime}
     */
    Workers(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.waited = nanos.getAsLong();
        this.pauseUntil = waited;
    }

    int most() {
        return most;
    }

    /**
     * How many may be busy now.
     *
     * @param saving whether the machine is short of something, and one has to do
     */
    synchronized int atOnce(boolean saving) {
        long now = nanos.getAsLong();
        if (saving || now - waited > FORGET_NANOS) {
            forget(now);
        }
        return trial == null ? chosen : trial.atOnce(now);
    }

    /** Hears of what was done. */
    synchronized void ran(Stint stint) {
        long now = nanos.getAsLong();
        if (stint.more()) {
            waited = now;
        }
        if (trial != null) {
            trial.add(stint);
            if (trial.over(now)) {
                decide(trial, now);
            }
        } else if (stint.more() && most > 1 && now - pauseUntil >= 0) {
            trial = new Trial(Math.min(chosen, most - 1), now);
        }
    }

    /** Numbers grow while they pay; one that does not is left, and then the next smaller one is compared with that below it. */
    private void decide(Trial ended, long now) {
        gain = ended.gain();
        trials++;
        boolean pays = gain >= 1 + LEAST_SHARE / ended.fewer();
        int before = chosen;
        chosen = pays ? ended.fewer() + 1 : ended.fewer();
        boolean up = pays && ended.fewer() == before && chosen < most;
        boolean down = !pays && chosen > 1;
        trial = up ? new Trial(chosen, now) : down ? new Trial(chosen - 1, now) : null;
        pauseUntil = now + PAUSE_NANOS;
    }

    private void forget(long now) {
        trial = null;
        chosen = 1;
        pauseUntil = now;
    }

    synchronized AiMetrics.Workers metrics() {
        return new AiMetrics.Workers(most, chosen, trials, gain);
    }
}
