package org.byenatos.localaischeduler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.ai.Priority.BATCH;
import static org.byenatos.api.ai.Priority.INTERACTIVE;
import static org.byenatos.api.ai.Priority.NORMAL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class InferenceQueueTest {

    private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    private final InferenceQueue queue = queue(1, 10, Duration.ofSeconds(10));
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        go.countDown();
        queue.close(Duration.ofSeconds(5));
        assertThat(threads).noneMatch(Thread::isAlive);
    }

    @Test
    void runsByPriority() {
        occupy();
        CompletableFuture<?> batch = submit("batch", BATCH);
        submit("normal", NORMAL);
        submit("interactive", INTERACTIVE);
        go.countDown();

        batch.join();
        assertThat(order).containsExactly("interactive", "normal", "batch");
    }

    @Test
    void urgentWorkWaitsForOneTurnOfLongWork() {
        InferenceQueue short1 = queue(1, 10, Duration.ofMillis(5));
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger steps = new AtomicInteger();
        CompletableFuture<Timing> longWork = short1.submit(
                Steps.of(200, () -> {
                    begun.countDown();
                    pause(1);
                    steps.incrementAndGet();
                }),
                BATCH,
                null);
        Steps.await(begun);
        AtomicInteger before = new AtomicInteger();
        short1.submit(Steps.one(() -> before.set(steps.get())), INTERACTIVE, null)
                .join();

        assertThat(before.get()).isLessThan(100);
        assertThat(longWork.join().computeNanos()).isGreaterThan(200_000_000);
        assertThat(steps).hasValue(200);
        short1.close(Duration.ofSeconds(1));
    }

    @Test
    void equalWorkTakesTurns() {
        InferenceQueue fair = queue(1, 10, Duration.ofNanos(1));
        CompletableFuture<Timing> hold = fair.submit(Steps.gate(busy, go), BATCH, null);
        Steps.await(busy);
        CompletableFuture<?> a = fair.submit(Steps.of(3, () -> order.add("a")), BATCH, null);
        CompletableFuture<?> b = fair.submit(Steps.of(3, () -> order.add("b")), BATCH, null);
        go.countDown();

        CompletableFuture.allOf(hold, a, b).join();
        assertThat(order).containsExactly("a", "b", "a", "b", "a", "b");
        fair.close(Duration.ofSeconds(1));
    }

    @Test
    void workWhoseDeadlinePassedIsNotRun() {
        occupy();
        CompletableFuture<?> late =
                queue.submit(Steps.one(() -> order.add("late")), INTERACTIVE, Duration.ofMillis(20));
        pause(30);
        go.countDown();

        assertThatThrownBy(late::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("deadline");
        assertThat(order).isEmpty();
    }

    @Test
    void workStopsWhenItsDeadlinePasses() {
        AtomicInteger steps = new AtomicInteger();
        CompletableFuture<?> endless = queue.submit(
                Steps.of(Integer.MAX_VALUE, () -> {
                    pause(1);
                    steps.incrementAndGet();
                }),
                NORMAL,
                Duration.ofMillis(30));

        assertThatThrownBy(endless::join).hasMessageContaining("deadline");
        assertThat(steps.get()).isBetween(1, 40);
    }

    @Test
    void cancelledWorkIsNotRunAndMakesRoom() {
        occupy();
        List<CompletableFuture<?>> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            waiting.add(submit("cancelled", BATCH));
        }
        assertThatThrownBy(() -> submit("refused", BATCH)).isInstanceOf(LimitExceededException.class);
        waiting.forEach(future -> future.cancel(false));
        assertThat(queue.waiting(BATCH)).isZero();
        CompletableFuture<?> kept = submit("kept", BATCH);
        go.countDown();

        kept.join();
        assertThat(order).containsExactly("kept");
    }

    @Test
    void cancelledWorkStopsBetweenSteps() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<?> endless = queue.submit(
                Steps.of(Integer.MAX_VALUE, () -> {
                    begun.countDown();
                    pause(1);
                }),
                NORMAL,
                null);
        Steps.await(begun);
        endless.cancel(false);

        queue.submit(Steps.one(() -> order.add("after")), BATCH, null).join();
        assertThat(order).containsExactly("after");
    }

    @Test
    void refusesWorkWithATimeToRetryFromMeasuredRunTimes() {
        queue.submit(Steps.one(() -> pause(50)), BATCH, null).join();
        occupy();
        for (int i = 0; i < 10; i++) {
            submit("waits", BATCH);
        }

        assertThatThrownBy(() -> submit("refused", BATCH))
                .isInstanceOfSatisfying(LimitExceededException.class, e -> assertThat(e.retryAfter())
                        .isBetween(Duration.ofMillis(450), Duration.ofSeconds(30)));
        submit("urgent work has room of its own", INTERACTIVE);
    }

    @Test
    void measuresWaitAndWork() {
        occupy();
        CompletableFuture<Timing> timed = queue.submit(Steps.one(() -> pause(20)), NORMAL, null);
        pause(30);
        go.countDown();

        assertThat(timed.join().queueMillis()).isBetween(29.0, 5000.0);
        assertThat(timed.join().computeMillis()).isBetween(19.0, 5000.0);
    }

    @Test
    void workThatFailsEndsItsFutureAndNotTheWorker() {
        CompletableFuture<?> broken = queue.submit(
                Steps.one(() -> {
                    throw new AssertionError("broken");
                }),
                NORMAL,
                null);

        assertThatThrownBy(broken::join).hasRootCauseMessage("broken");
        submit("works", NORMAL).join();
    }

    @Test
    void drainsBeforeItCloses() {
        occupy();
        CompletableFuture<?> accepted = submit("accepted", BATCH);
        Thread closing = new Thread(() -> queue.close(Duration.ofSeconds(10)));
        closing.start();
        awaitRefusal();
        assertThat(accepted).isNotDone();
        go.countDown();

        accepted.join();
        assertThat(order).containsExactly("accepted");
    }

    @Test
    void endsWhatItCannotDrainSoThatItCanBeRetried() {
        occupy();
        CompletableFuture<?> waiting = submit("waiting", BATCH);
        CountDownLatch held = new CountDownLatch(1);
        waiting.whenComplete((result, failure) -> held.countDown());
        Thread closing = new Thread(() -> queue.close(Duration.ofMillis(20)));
        closing.start();

        assertThatThrownBy(waiting::join).hasCauseInstanceOf(ModuleStoppedException.class);
        Steps.await(held);
        go.countDown();
        assertThat(order).isEmpty();
        assertThatThrownBy(() -> submit("late", BATCH)).isInstanceOf(ModuleStoppedException.class);
    }

    @Test
    void losesNothingUnderStressAndClose() throws InterruptedException {
        InferenceQueue stressed = queue(2, 50, Duration.ofNanos(20_000));
        List<CompletableFuture<Timing>> futures = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger ran = new AtomicInteger();
        List<Thread> submitters = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            Random random = new Random(s);
            submitters.add(new Thread(() -> submitAtRandom(stressed, random, futures, refused, ran)));
        }
        submitters.forEach(Thread::start);
        pause(100);
        stressed.close(Duration.ofMillis(50));
        for (Thread submitter : submitters) {
            submitter.join();
        }

        assertThat(futures).hasSizeGreaterThan(100).allMatch(CompletableFuture::isDone);
        long succeeded =
                futures.stream().filter(f -> !f.isCompletedExceptionally()).count();
        assertThat(succeeded).isPositive();
        assertThat((long) ran.get()).isGreaterThanOrEqualTo(succeeded);
        for (Priority priority : Priority.values()) {
            assertThat(stressed.waiting(priority)).isZero();
        }
        assertThat(threads.subList(1, threads.size())).noneMatch(Thread::isAlive);
    }

    private static void submitAtRandom(
            InferenceQueue queue,
            Random random,
            List<CompletableFuture<Timing>> futures,
            AtomicInteger refused,
            AtomicInteger ran) {
        for (int i = 0; i < 2000; i++) {
            try {
                Priority priority = Priority.values()[random.nextInt(3)];
                Duration deadline = random.nextInt(4) == 0 ? Duration.ofNanos(random.nextInt(1_000_000)) : null;
                CompletableFuture<Timing> future =
                        queue.submit(Steps.of(1 + random.nextInt(5), ran::incrementAndGet), priority, deadline);
                if (random.nextInt(5) == 0) {
                    future.cancel(false);
                }
                futures.add(future);
            } catch (LimitExceededException e) {
                refused.incrementAndGet();
                LockSupport.parkNanos(50_000);
            } catch (ModuleStoppedException e) {
                return;
            }
        }
    }

    private void occupy() {
        queue.submit(Steps.gate(busy, go), INTERACTIVE, null);
        Steps.await(busy);
    }

    private CompletableFuture<Timing> submit(String name, Priority priority) {
        return queue.submit(Steps.one(() -> order.add(name)), priority, null);
    }

    private void awaitRefusal() {
        while (true) {
            try {
                queue.submit(Steps.one(() -> {}), INTERACTIVE, null);
                pause(1);
            } catch (ModuleStoppedException stopped) {
                return;
            }
        }
    }

    private InferenceQueue queue(int workers, int capacity, Duration turn) {
        QueueSettings settings = new QueueSettings(workers, capacity, 1_000_000, Duration.ofSeconds(5), turn);
        InferenceQueue made = new InferenceQueue("LocalAIScheduler", settings, this::thread, System::nanoTime);
        made.start();
        return made;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "test-worker");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
