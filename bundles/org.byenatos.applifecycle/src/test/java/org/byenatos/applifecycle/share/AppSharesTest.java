package org.byenatos.applifecycle.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.applifecycle.Core;
import org.junit.jupiter.api.Test;

class AppSharesTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 30 * SECOND);
    private final Core core = new Core();
    private final DayQuotas quotas = core.quotas();
    private final AppShares shares = new AppShares(time::get, 1_000, quotas);

    /** In no window may more pass than the burst and what dripped in meanwhile; after a refusal, what was said holds. */
    @Property(tries = 300)
    void neverMoreThanTheShareAndRetryAfterIsExact(
            @ForAll @IntRange(min = 1, max = 10_000_000) int perMinute,
            @ForAll @Size(max = 200) List<@LongRange(max = 5 * SECOND) Long> pauses) {
        App app = app("a", perMinute);
        long start = time.get();
        long admitted = 0;
        for (long pause : pauses) {
            time.addAndGet(pause);
            Duration wait = tryOnce(app);
            if (wait != null) {
                time.addAndGet(wait.toNanos() - 1);
                assertThat(tryOnce(app)).isEqualTo(Duration.ofNanos(1));
                time.addAndGet(1);
                assertThat(tryOnce(app)).isNull();
            }
            admitted++;
            double dripped = (time.get() - start) * (double) perMinute / (60 * SECOND);
            // The interval is rounded down to whole nanoseconds.
            assertThat((double) admitted).isLessThanOrEqualTo(burst(perMinute) + dripped * 1.001 + 1);
        }
    }

    @Property(tries = 100)
    void aFullBucketGivesItsBurstAtOnce(@ForAll @IntRange(min = 1, max = 100_000) int perMinute) {
        AppShares fresh = new AppShares(time::get, 1_000, quotas);
        App app = app("a", perMinute);
        for (int i = 0; i < burst(perMinute); i++) {
            pass(fresh, app);
        }

        assertThatThrownBy(() -> pass(fresh, app)).isInstanceOf(LimitExceededException.class);
        time.addAndGet(60 * SECOND);
        IntStream.range(0, burst(perMinute)).forEach(i -> pass(fresh, app));
        assertThatThrownBy(() -> pass(fresh, app)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void theUsualShareIsAHundredASecond() {
        App app = app("a", 6_000);
        IntStream.range(0, 100).forEach(i -> pass(shares, app));

        LimitExceededException refused = catchThrowableOfType(LimitExceededException.class, () -> pass(shares, app));

        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(10));
        assertThat(refused).hasMessageContaining("6000 times a minute");
        time.addAndGet(SECOND);
        IntStream.range(0, 100).forEach(i -> pass(shares, app));
    }

    @Test
    void aSmallShareMayBeUsedAtOnce() {
        App app = app("a", 5);
        IntStream.range(0, 5).forEach(i -> pass(shares, app));

        assertThat(tryOnce(app)).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void appsDoNotShareTheirShares() {
        IntStream.range(0, 100).forEach(i -> pass(shares, app("a", 6_000)));

        assertThat(tryOnce(app("a", 6_000))).isNotNull();
        assertThat(tryOnce(app("b", 6_000))).isNull();
    }

    @Test
    void aChangedShareCountsAtOnce() {
        IntStream.range(0, 100).forEach(i -> pass(shares, app("a", 6_000)));

        assertThat(tryOnce(app("a", 6_000))).isEqualTo(Duration.ofMillis(10));
        assertThat(tryOnce(app("a", 60_000))).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aRemovedAppsBucketIsForgotten() {
        IntStream.range(0, 10).forEach(i -> pass(shares, app("a", 10)));
        shares.keepOnly(Set.of("b"));

        assertThat(tryOnce(app("a", 10))).isNull();
    }

    @Test
    void aSessionMayTakeNoMoreThanItsPart() {
        App app = app("a", new AppLimits.Changes(6_000, 10, null, null, null, null));
        IntStream.range(0, 10).forEach(i -> shares.admit(app, "one").close());

        LimitExceededException refused =
                catchThrowableOfType(LimitExceededException.class, () -> shares.admit(app, "one"));

        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(6));
        shares.admit(app, "two").close();
        time.addAndGet(6 * SECOND);
        shares.admit(app, "one").close();
        assertThatThrownBy(() -> shares.admit(app, "one")).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void whatTheAppIsRefusedTakesNothingOffItsSession() {
        App app = app("a", new AppLimits.Changes(600, 60, null, null, null, null));
        IntStream.range(0, 10).forEach(i -> shares.admit(app, null).close());

        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> shares.admit(app, "one")).hasMessageContaining("App a");
        }
        time.addAndGet(SECOND);
        IntStream.range(0, 10).forEach(i -> shares.admit(app, "one").close());
    }

    @Test
    void soManyRunAtOnceAndNoMore() {
        App app = app("a", new AppLimits.Changes(null, null, 2, null, null, null));
        AppScheduler.Admission first = shares.admit(app, null);
        shares.admit(app, null);

        assertThatThrownBy(() -> shares.admit(app, null))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("running");
        assertThat(tryOnce(app("b", 6_000))).isNull();
        first.close();
        first.close();
        shares.admit(app, null);
        assertThatThrownBy(() -> shares.admit(app, null)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void whatIsRefusedHoldsNoPlace() {
        App app = app("a", new AppLimits.Changes(1, null, 1, null, null, null));
        pass(shares, app);

        assertThat(tryOnce(app)).isEqualTo(Duration.ofMinutes(1));
        assertThat(tryOnce(app)).isEqualTo(Duration.ofMinutes(1));
        time.addAndGet(60 * SECOND);
        assertThat(tryOnce(app)).isNull();
    }

    @Test
    void threadsTogetherGetOneShare() throws InterruptedException {
        App app = app("a", 60_000);
        AtomicInteger admitted = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(id -> new Thread(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        if (tryOnce(app) == null) {
                            admitted.incrementAndGet();
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(admitted).hasValue(1_000);
    }

    private Duration tryOnce(App app) {
        try {
            shares.admit(app, null).close();
            return null;
        } catch (LimitExceededException refused) {
            return refused.retryAfter();
        }
    }

    /** A request that ends at once. */
    private static void pass(AppShares shares, App app) {
        shares.admit(app, null).close();
    }

    private static int burst(int perMinute) {
        return Math.max(perMinute / 60, Math.min(perMinute, 10));
    }

    private static App app(String appId, int perMinute) {
        return app(appId, AppLimits.Changes.requests(perMinute));
    }

    private static App app(String appId, AppLimits.Changes changes) {
        AppLimits limits = Core.SETTINGS_LIMITS.with(changes);
        return new App(appId, "A", "1", null, null, Set.of(), null, limits, AppStatus.ACTIVE, Instant.EPOCH);
    }
}
