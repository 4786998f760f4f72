package org.byenatos.localaischeduler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.ai.Priority.BATCH;
import static org.byenatos.api.ai.Priority.INTERACTIVE;
import static org.byenatos.api.ai.Priority.NORMAL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The queue with several workers, of which so many are allowed as a test says. */
@Timeout(120)
class CrewTest {

    private static final int WORKERS = 4;

    private volatile int allowed = 1;
    private final ConcurrentLinkedQueue<Pace.Stint> stints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger busiest = new AtomicInteger();
    private final InferenceQueue queue = queue();

    @AfterEach
    void close() {
        queue.close(Duration.ofSeconds(10));
    }

    @Test
    void otherWorkHasAsManyWorkersAsAreAllowed() {
        for (int most = 1; most <= WORKERS; most++) {
            allowed = most;
            busiest.set(0);
            all(submitted(200, NORMAL, BATCH));
            assertThat(busiest.get()).isBetween(1, most);
        }
    }

    @Test
    void allAllowedWorkersBeginAsSoonAsWorkWaits() {
        allowed = WORKERS;
        CountDownLatch together = new CountDownLatch(WORKERS);
        // Each piece ends only when all workers are at work.
        all(pieces(WORKERS, BATCH, () -> {
            together.countDown();
            Steps.await(together);
        }));

        assertThat(together.getCount()).isZero();
    }

    @Test
    void workersComeWhenMoreAreAllowedLater() {
        CountDownLatch together = new CountDownLatch(WORKERS);
        CountDownLatch first = new CountDownLatch(1);
        CompletableFuture<?> before = queue.submit(Steps.one(() -> Steps.await(first)), BATCH, null);
        List<CompletableFuture<?>> waiting = pieces(WORKERS, BATCH, () -> {
            together.countDown();
            Steps.await(together);
        });
        allowed = WORKERS;
        first.countDown();

        before.join();
        all(waiting);
    }

    @Test
    void interactiveWorkDoesNotWaitForOtherWorkWhileAWorkerIsFree() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<?> batch = queue.submit(Steps.gate(begun, go), BATCH, null);
        Steps.await(begun);
        CompletableFuture<?> next = queue.submit(Steps.one(() -> {}), BATCH, null);

        queue.submit(Steps.one(() -> {}), INTERACTIVE, null).join();
        assertThat(batch).isNotDone();
        assertThat(next).isNotDone();
        go.countDown();
        CompletableFuture.allOf(batch, next).join();
    }

    @Test
    void interactiveWorkWaitsForOneTurnWhenAllAreBusy() {
        allowed = WORKERS;
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(WORKERS);
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            all.add(queue.submit(Steps.gate(begun, go), BATCH, null));
        }
        Steps.await(begun);
        all.addAll(pieces(100, BATCH, () -> {
            order.add("batch");
            LockSupport.parkNanos(1_000_000);
        }));
        all.add(queue.submit(Steps.one(() -> order.add("question")), INTERACTIVE, null));
        go.countDown();

        all(all);
        assertThat(order.indexOf("question")).isLessThan(WORKERS);
    }

    @Test
    void appsShareTheWorkersEqually() {
        allowed = WORKERS;
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(WORKERS);
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            all.add(queue.submit(Steps.gate(begun, go), NORMAL, null));
        }
        Steps.await(begun);
        for (int i = 0; i < 100; i++) {
            all.add(queue.submit(new OfApp("greedy", order), NORMAL, null));
        }
        for (int i = 0; i < 10; i++) {
            all.add(queue.submit(new OfApp("modest", order), NORMAL, null));
        }
        go.countDown();

        all(all);
        // By turns: the tenth of the modest app comes about twentieth.
        assertThat(order.lastIndexOf("modest")).isLessThan(20 + 2 * WORKERS);
    }

    @Test
    void ageingHoldsWithAFloodOfInteractiveWork() {
        CompletableFuture<?> batch = null;
        for (int i = 0; i < 2000 && (batch == null || !batch.isDone()); i++) {
            queue.submit(Steps.one(() -> LockSupport.parkNanos(2_000_000)), INTERACTIVE, null);
            if (i == 10) {
                batch = queue.submit(Steps.one(() -> {}), BATCH, null);
            }
            LockSupport.parkNanos(200_000);
        }

        assertThat(batch).isDone();
    }

    @Test
    void resultsBelongToTheirWorkWhateverTheThreads() {
        Map<Integer, CompletableFuture<String>> futures = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            allowed = 1 + i % WORKERS;
            futures.put(i, queue.submit(new Spelling("piece " + i), Priority.values()[i % 3], null));
            if (i % 7 == 0) {
                futures.get(i).cancel(false);
            }
        }

        futures.forEach((i, future) -> {
            if (i % 7 != 0) {
                assertThat(future.join()).isEqualTo("piece " + i);
            } else {
                assertThat(future).isDone();
            }
        });
    }

    @Test
    void drainsWithOneAllowed() {
        List<CompletableFuture<?>> waiting = submitted(50, NORMAL, BATCH);
        queue.close(Duration.ofSeconds(30));

        assertThat(waiting).allMatch(future -> future.isDone() && !future.isCompletedExceptionally());
        assertThatThrownBy(() -> queue.submit(Steps.one(() -> {}), BATCH, null))
                .isInstanceOf(ModuleStoppedException.class);
    }

    @Test
    void tellsWhatWasDoneAmongHowMany() {
        allowed = 2;
        CountDownLatch both = new CountDownLatch(2);
        CompletableFuture<String> one = queue.submit(new Spelling("o".repeat(200), both), BATCH, null);
        CompletableFuture<String> other = queue.submit(new Spelling("p".repeat(200), both), BATCH, null);
        CompletableFuture.allOf(one, other).join();
        allowed = 1;
        // A result is there a moment before its turn ends, so the first may not have been alone.
        while (stints.stream().noneMatch(CrewTest::ofOneAlone)) {
            queue.submit(new Spelling("alone"), BATCH, null).join();
        }

        assertThat(stints).allMatch(stint -> stint.kind().equals("spelling") && stint.nanos() > 0);
        assertThat(stints).anyMatch(stint -> stint.busy() == 2);
    }

    private static boolean ofOneAlone(Pace.Stint stint) {
        return stint.busy() == 1 && stint.units() == "alone".length() && !stint.more();
    }

    private List<CompletableFuture<?>> submitted(int count, Priority... priorities) {
        List<CompletableFuture<?>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            futures.addAll(pieces(1, priorities[i % priorities.length], this::counted));
        }
        return futures;
    }

    private void counted() {
        busiest.accumulateAndGet(busy.incrementAndGet(), Math::max);
        LockSupport.parkNanos(200_000);
        busy.decrementAndGet();
    }

    private List<CompletableFuture<?>> pieces(int count, Priority priority, Runnable step) {
        List<CompletableFuture<?>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            futures.add(queue.submit(Steps.one(step), priority, null));
        }
        return futures;
    }

    private static void all(List<CompletableFuture<?>> futures) {
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
    }

    private InferenceQueue queue() {
        QueueSettings settings =
                new QueueSettings(WORKERS, 5000, 1_000_000, Duration.ofMillis(50), Duration.ofMillis(1));
        Pace pace = new Pace() {
            @Override
            public long restAfter(long turnNanos) {
                return 0;
            }

            @Override
            public int atOnce() {
                return allowed;
            }

            @Override
            public void ran(Stint stint) {
                stints.add(stint);
            }
        };
        InferenceQueue made = new InferenceQueue(
                "LocalAIScheduler",
                settings,
                work -> {
                    Thread thread = new Thread(work, "test-worker");
                    thread.setDaemon(true);
                    return thread;
                },
                System::nanoTime,
                pace);
        made.start();
        return made;
    }

    /** Spells a word, a letter a step. */
    private static final class Spelling implements Work<String> {

        private final String word;
        private final CountDownLatch together;
        private final StringBuilder spelt = new StringBuilder();

        Spelling(String word) {
            this(word, new CountDownLatch(0));
        }

        Spelling(String word, CountDownLatch together) {
            this.word = word;
            this.together = together;
        }

        @Override
        public boolean step() {
            if (spelt.isEmpty()) {
                together.countDown();
                Steps.await(together);
            }
            LockSupport.parkNanos(100_000);
            spelt.append(word.charAt(spelt.length()));
            return spelt.length() < word.length();
        }

        @Override
        public String result(Timing timing) {
            return spelt.toString();
        }

        @Override
        public long characters() {
            return word.length();
        }

        @Override
        public String kind() {
            return "spelling";
        }

        @Override
        public long done() {
            return spelt.length();
        }
    }

    /** One step of an app. */
    private record OfApp(@Nullable String app, List<String> order) implements Work<Timing> {

        @Override
        public boolean step() {
            order.add(String.valueOf(app));
            LockSupport.parkNanos(1_000_000);
            return false;
        }

        @Override
        public Timing result(Timing timing) {
            return timing;
        }

        @Override
        public long characters() {
            return 1;
        }
    }
}
