package org.byenatos.applifecycle.app;

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
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.error.LimitExceededException;
import org.junit.jupiter.api.Test;

class AppSharesTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 30 * SECOND);
    private final AppShares shares = new AppShares(time::get);

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
        AppShares fresh = new AppShares(time::get);
        App app = app("a", perMinute);
        for (int i = 0; i < burst(perMinute); i++) {
            fresh.admit(app);
        }

        assertThatThrownBy(() -> fresh.admit(app)).isInstanceOf(LimitExceededException.class);
        time.addAndGet(60 * SECOND);
        IntStream.range(0, burst(perMinute)).forEach(i -> fresh.admit(app));
        assertThatThrownBy(() -> fresh.admit(app)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void theUsualShareIsAHundredASecond() {
        App app = app("a", 6_000);
        IntStream.range(0, 100).forEach(i -> shares.admit(app));

        LimitExceededException refused = catchThrowableOfType(LimitExceededException.class, () -> shares.admit(app));

        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(10));
        assertThat(refused).hasMessageContaining("6000 times a minute");
        time.addAndGet(SECOND);
        IntStream.range(0, 100).forEach(i -> shares.admit(app));
    }

    @Test
    void aSmallShareMayBeUsedAtOnce() {
        App app = app("a", 5);
        IntStream.range(0, 5).forEach(i -> shares.admit(app));

        assertThat(tryOnce(app)).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void appsDoNotShareTheirShares() {
        IntStream.range(0, 100).forEach(i -> shares.admit(app("a", 6_000)));

        assertThat(tryOnce(app("a", 6_000))).isNotNull();
        assertThat(tryOnce(app("b", 6_000))).isNull();
    }

    @Test
    void aChangedShareCountsAtOnce() {
        IntStream.range(0, 100).forEach(i -> shares.admit(app("a", 6_000)));

        assertThat(tryOnce(app("a", 6_000))).isEqualTo(Duration.ofMillis(10));
        assertThat(tryOnce(app("a", 60_000))).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aRemovedAppsBucketIsForgotten() {
        IntStream.range(0, 10).forEach(i -> shares.admit(app("a", 10)));
        shares.keepOnly(Set.of("b"));

        assertThat(tryOnce(app("a", 10))).isNull();
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
            shares.admit(app);
            return null;
        } catch (LimitExceededException refused) {
            return refused.retryAfter();
        }
    }

    private static int burst(int perMinute) {
        return Math.max(perMinute / 60, Math.min(perMinute, 10));
    }

    private static App app(String appId, int perMinute) {
        return new App(appId, "A", "1", null, null, Set.of(), null, perMinute, AppStatus.ACTIVE, Instant.EPOCH);
    }
}
