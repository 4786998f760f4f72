package org.byenatos.virtualcore.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PrecedenceTest {

    private static final Duration NONE = Duration.ZERO;
    private static final Duration LONG = Duration.ofHours(1);

    private final List<String> order = new CopyOnWriteArrayList<>();

    @Test
    void nothingIsGivenWayToWhenNobodySubmits() {
        new Precedence(LONG, LONG).giveWay();
    }

    @Test
    void aBatchWaitsForTheSubmissionInHand() {
        Precedence precedence = new Precedence(NONE, LONG);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> submission = submission(precedence, taken, goOn);
        until(taken);

        CompletableFuture<Void> batch = batch(precedence);
        goOn.countDown();

        submission.join();
        batch.join();
        assertThat(order).containsExactly("stored", "batch");
    }

    @Test
    void patienceEnds() {
        Precedence precedence = new Precedence(LONG, Duration.ofMillis(1));
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> submission = submission(precedence, taken, goOn);
        until(taken);

        precedence.giveWay();

        assertThat(order).isEmpty();
        goOn.countDown();
        submission.join();
    }

    @Test
    void theNextSubmissionIsExpectedForAWhile() throws InterruptedException {
        Precedence precedence = new Precedence(LONG, LONG);
        precedence.first(() -> true);
        Thread batch = new Thread(precedence::giveWay);
        batch.start();
        while (batch.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }

        assertThat(precedence.awaiting(() -> ended(batch))).isTrue();
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        Precedence precedence = new Precedence(LONG, LONG);
        precedence.first(() -> true);

        Thread.currentThread().interrupt();
        precedence.giveWay();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aSubmissionThatFailsIsOver() {
        Precedence precedence = new Precedence(NONE, LONG);
        assertThatThrownBy(() -> precedence.first(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        precedence.giveWay();
    }

    private CompletableFuture<Boolean> submission(Precedence precedence, CountDownLatch taken, CountDownLatch goOn) {
        return CompletableFuture.supplyAsync(() -> precedence.first(() -> {
            taken.countDown();
            until(goOn);
            return order.add("stored");
        }));
    }

    private CompletableFuture<Void> batch(Precedence precedence) {
        return CompletableFuture.runAsync(() -> {
            precedence.giveWay();
            order.add("batch");
        });
    }

    private static boolean ended(Thread thread) {
        try {
            thread.join();
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void until(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
