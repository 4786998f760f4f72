package org.byenatos.applifecycle.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.byenatos.api.ai.Priority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TurnsTest {

    private Turns turns = new Turns(2, 10_000);
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void letAllIn() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void aGreedyAppWaitsBehindOneThatRunsNothing() throws InterruptedException {
        turns.enter("greedy", Priority.NORMAL);
        turns.enter("greedy", Priority.NORMAL);
        queue("greedy", Priority.NORMAL);
        queue("greedy", Priority.NORMAL);
        queue("modest", Priority.NORMAL);

        turns.leave("greedy");
        awaitOrder(1);
        turns.leave("greedy");
        awaitOrder(2);
        turns.leave("modest");
        awaitOrder(3);

        assertThat(order).containsExactly("modest", "greedy", "greedy");
    }

    @Test
    void ofEquallyBusyAppsTheUrgentOneGoesFirst() throws InterruptedException {
        Turns three = new Turns(3, 10_000);
        turnsIs(three);
        three.enter("batch", Priority.BATCH);
        three.enter("person", Priority.INTERACTIVE);
        three.enter("other", Priority.NORMAL);
        queue("batch", Priority.BATCH);
        queue("person", Priority.INTERACTIVE);

        three.leave("other");
        awaitOrder(1);
        three.leave("person");
        awaitOrder(2);

        assertThat(order).containsExactly("person", "batch");
    }

    @Test
    void nobodyWaitsLongerThanThePatience() {
        turnsIs(new Turns(1, 50));
        turns.enter("slow", Priority.NORMAL);

        turns.enter("other", Priority.BATCH);

        assertThat(turns.running("slow")).isOne();
        assertThat(turns.running("other")).isOne();
        assertThat(turns.waiting()).isZero();
        turns.leave("other");
        turns.leave("slow");
        assertThat(turns.running("slow")).isZero();
    }

    private void turnsIs(Turns other) {
        turns = other;
    }

    private void queue(String appId, Priority priority) throws InterruptedException {
        int before = turns.waiting();
        Thread thread = new Thread(() -> {
            turns.enter(appId, priority);
            order.add(appId);
        });
        threads.add(thread);
        thread.start();
        while (turns.waiting() == before) {
            Thread.sleep(1);
        }
    }

    private void awaitOrder(int size) throws InterruptedException {
        while (order.size() < size) {
            Thread.sleep(1);
        }
    }
}
