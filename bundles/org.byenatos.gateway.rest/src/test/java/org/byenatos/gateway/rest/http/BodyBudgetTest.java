package org.byenatos.gateway.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.byenatos.api.error.UnavailableException;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private static final int LARGE = 6 * 1024 * 1024;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void largeBodiesGoOneByOne() throws Exception {
        BodyBudget budget = new BodyBudget(Duration.ofSeconds(30));
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(clients.submit(() -> budget.with(LARGE, this::work)));
        }
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("done");
        }
        clients.shutdown();
        assertThat(most).hasValue(1);
    }

    @Test
    void whoWaitsTooLongIsToldToComeBack() throws Exception {
        BodyBudget budget = new BodyBudget(Duration.ofMillis(20));
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread holder = new Thread(() -> budget.with(LARGE, () -> {
            entered.countDown();
            return await(leave);
        }));
        holder.start();
        entered.await();

        assertThatThrownBy(() -> budget.with(LARGE, this::work)).isInstanceOf(UnavailableException.class);
        assertThat(budget.with(10_000, this::work)).isEqualTo("done");
        leave.countDown();
        holder.join();
        assertThat(budget.with(Long.MAX_VALUE, this::work)).isEqualTo("done");
    }

    @Test
    void whatFailsGivesItsShareBack() {
        BodyBudget budget = new BodyBudget(Duration.ofMillis(20));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> budget.with(LARGE, () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(budget.with(LARGE, this::work)).isEqualTo("done");
    }

    private String work() {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        inside.decrementAndGet();
        return "done";
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "done";
    }
}
