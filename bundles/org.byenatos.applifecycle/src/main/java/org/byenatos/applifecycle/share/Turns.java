package org.byenatos.applifecycle.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.ai.Priority;

/**
 * Whose turn it is when more is asked than can run at once: that of the app with the fewest requests running for its
 * priority, among those the one that has waited longest. So an app that asks much or slowly delays others by one request
 * at most. Nobody waits longer than the patience: whoever has then is let in beside the others, so that requests that
 * hold their place for long starve nobody. Thread-safe.
 */
final class Turns {

    private final int most;
    private final long patienceMillis;
    private final Map<String, Integer> running = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private int total;

    /**
     * @param most how many run at once
     * @param patienceMillis how long one waits at most
     */
    Turns(int most, long patienceMillis) {
        this.most = most;
        this.patienceMillis = patienceMillis;
    }

    private record Waiting(String appId, int weight, CountDownLatch turn) {}

    /** Waits for an app's turn. */
    void enter(String appId, Priority priority) {
        Waiting me;
        synchronized (this) {
            if (total < most && waiting.isEmpty()) {
                begin(appId);
                return;
            }
            me = new Waiting(appId, weight(priority), new CountDownLatch(1));
            waiting.add(me);
        }
        await(me);
    }

    /** A request of an app has ended. */
    synchronized void leave(String appId) {
        running.computeIfPresent(appId, (app, count) -> count > 1 ? count - 1 : null);
        total--;
        while (total < most && !waiting.isEmpty()) {
            Waiting next =
                    waiting.stream().min(Comparator.comparingDouble(this::load)).orElseThrow();
            waiting.remove(next);
            begin(next.appId());
            next.turn().countDown();
        }
    }

    /** How many of an app's requests run. */
    synchronized int running(String appId) {
        return running.getOrDefault(appId, 0);
    }

    /** How many wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void await(Waiting me) {
        try {
            if (me.turn().await(patienceMillis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (waiting.remove(me)) {
                begin(me.appId());
            }
        }
    }

    private void begin(String appId) {
        running.merge(appId, 1, Integer::sum);
        total++;
    }

    private double load(Waiting one) {
        return (double) running.getOrDefault(one.appId(), 0) / one.weight();
    }

    private static int weight(Priority priority) {
        return switch (priority) {
            case INTERACTIVE -> 4;
            case NORMAL -> 2;
            case BATCH -> 1;
        };
    }
}
