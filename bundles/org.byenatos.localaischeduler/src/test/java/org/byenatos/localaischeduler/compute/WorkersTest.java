package org.byenatos.localaischeduler.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.byenatos.localaischeduler.queue.Pace.Stint;
import org.junit.jupiter.api.Test;

/** The choice, on a machine that is only a clock and a number of workers that it has room for. */
class WorkersTest {

    private static final long MS = 1_000_000;
    private static final long SECOND = 1000 * MS;

    private final Clock clock = new Clock();
    private final Workers workers = new Workers(8, () -> clock.now);

    @Test
    void beginsWithOne() {
        assertThat(workers.atOnce(false)).isEqualTo(1);
    }

    @Test
    void workThatScalesGetsMoreWorkers() {
        work(workers, 20 * SECOND, cores(8));

        assertThat(chosen(workers)).isEqualTo(8);
        assertThat(workers.metrics().gain()).isBetween(1.1, 1.2);
        assertThat(workers.metrics().trials()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void workThatDoesNotScaleStaysWithOne() {
        work(workers, 60 * SECOND, cores(1));

        assertThat(chosen(workers)).isEqualTo(1);
        assertThat(workers.metrics().gain()).isBetween(0.95, 1.05);
    }

    @Test
    void goesBackWhenItNoLongerPays() {
        work(workers, 20 * SECOND, cores(8));
        assertThat(chosen(workers)).isEqualTo(8);
        work(workers, 20 * SECOND, cores(1));

        assertThat(chosen(workers)).isEqualTo(1);
    }

    @Test
    void growsAgainWhenItPaysAgain() {
        work(workers, 20 * SECOND, cores(1));
        work(workers, 20 * SECOND, cores(3));

        assertThat(chosen(workers)).isEqualTo(3);
    }

    @Test
    void moreThatSlowsAllDownIsLeft() {
        work(workers, 20 * SECOND, busy -> busy <= 2 ? 1 : busy * busy / 2.0);

        assertThat(chosen(workers)).isEqualTo(2);
    }

    @Test
    void aMachineThatIsShortOfSomethingHasOneAtOnce() {
        work(workers, 20 * SECOND, cores(8));

        assertThat(workers.atOnce(true)).isEqualTo(1);
        assertThat(chosen(workers)).isEqualTo(1);
        work(workers, 20 * SECOND, cores(8));
        assertThat(chosen(workers)).isEqualTo(8);
    }

    @Test
    void aTrialIsGivenUpToo() {
        work(workers, 60 * MS, cores(8));
        assertThat(workers.atOnce(true)).isEqualTo(1);
        assertThat(workers.atOnce(false)).isEqualTo(1);
    }

    @Test
    void whatWasMeasuredIsForgottenWhenNothingWaits() {
        work(workers, 20 * SECOND, cores(8));
        clock.now += 9 * SECOND;
        assertThat(workers.atOnce(false)).isEqualTo(8);
        clock.now += 2 * SECOND;
        assertThat(workers.atOnce(false)).isEqualTo(1);
        assertThat(chosen(workers)).isEqualTo(1);
    }

    @Test
    void workThatCannotKeepMoreBusyGetsNoMore() {
        for (int i = 0; i < 10_000; i++) {
            workers.atOnce(false);
            clock.now += 5 * MS;
            workers.ran(new Stint("one piece at a time", 100, 5 * MS, 1, true));
        }

        assertThat(chosen(workers)).isEqualTo(1);
    }

    @Test
    void nothingIsTriedWhileNothingWaits() {
        for (int i = 0; i < 1000; i++) {
            assertThat(workers.atOnce(false)).isEqualTo(1);
            clock.now += 5 * MS;
            workers.ran(new Stint("alone", 100, 5 * MS, 1, false));
        }

        assertThat(workers.metrics().trials()).isZero();
    }

    @Test
    void oneWorkerTriesNothing() {
        Workers one = new Workers(1, () -> clock.now);
        work(one, 20 * SECOND, cores(8));

        assertThat(one.metrics().trials()).isZero();
        assertThat(one.atOnce(false)).isEqualTo(1);
    }

    /** A kind that takes a hundred times as long for as much is not taken for a slow machine. */
    @Test
    void kindsAreComparedEachWithItself() {
        Random random = new Random(1);
        Workers mixed = new Workers(2, () -> clock.now);
        for (long end = clock.now + 20 * SECOND; clock.now < end; ) {
            int busy = mixed.atOnce(false);
            // The slow kind comes with two workers far more often.
            boolean slow = random.nextInt(10) < (busy == 2 ? 8 : 2);
            clock.now += 5 * MS / busy;
            mixed.ran(new Stint(slow ? "slow" : "quick", slow ? 10 : 1000, 5 * MS, busy, true));
        }

        assertThat(chosen(mixed)).isEqualTo(2);
        assertThat(mixed.metrics().gain()).isBetween(1.99, 2.01);
    }

    @Property(tries = 200)
    void findsHowManyTheMachineHasRoomFor(
            @ForAll @IntRange(min = 1, max = 16) int most,
            @ForAll @DoubleRange(min = 1, max = 16) double room,
            @ForAll long seed) {
        Clock time = new Clock();
        Workers found = new Workers(most, () -> time.now);
        Random noise = new Random(seed);
        work(found, time, 60 * SECOND, busy -> Math.max(1, busy / room) * (0.95 + 0.1 * noise.nextDouble()));

        assertThat(chosen(found)).isBetween(Math.min(most, (int) room), Math.min(most, (int) Math.ceil(room)));
    }

    /** Noise makes single choices wrong, but none out of bounds, and most are right. */
    @Property(tries = 50)
    void muchNoiseIsBorne(@ForAll @IntRange(min = 1, max = 4) int room, @ForAll long seed) {
        Clock time = new Clock();
        Workers found = new Workers(4, () -> time.now);
        Random noise = new Random(seed);
        int right = 0;
        for (int i = 0; i < 100; i++) {
            work(found, time, SECOND, busy -> Math.max(1, (double) busy / room) * Math.exp(0.3 * noise.nextGaussian()));
            assertThat(chosen(found)).isBetween(1, 4);
            right += chosen(found) == room ? 1 : 0;
        }

        assertThat(right).isGreaterThan(50);
    }

    /** On so many cores two workers share one where there are more workers than cores. */
    private static IntToDoubleFunction cores(int cores) {
        return busy -> Math.max(1, (double) busy / cores);
    }

    private void work(Workers subject, long nanos, IntToDoubleFunction slowdown) {
        work(subject, clock, nanos, slowdown);
    }

    /** Work without end: as many stints of 5 ms as may be at once, one after another, each slowed down by those beside it. */
    private static void work(Workers subject, Clock clock, long nanos, IntToDoubleFunction slowdown) {
        for (long end = clock.now + nanos; clock.now < end; ) {
            int busy = subject.atOnce(false);
            long took = (long) (5 * MS * slowdown.applyAsDouble(busy));
            clock.now += took / busy;
            subject.ran(new Stint("work", 100, took, busy, true));
        }
    }

    private static int chosen(Workers subject) {
        return subject.metrics().chosen();
    }

    private static final class Clock {
        private long now = -SECOND;
    }
}
