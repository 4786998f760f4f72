package org.byenatos.models.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shares loops among threads. Each index is worked on by one thread alone and writes what no other index writes, so that
 * results do not depend on the number of threads.
 */
final class Workers implements AutoCloseable {
    /** Works on the indexes from one to before another. */
    @FunctionalInterface
    interface Range {
        void run(int from, int to);
    }

    private final int threads;
    private final ExecutorService pool;

    Workers(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "trainer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs all of {@code 0..size} in blocks, and returns when all have ended. */
    void run(int size, int block, Range range) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(pool.submit(() -> {
                for (int from = next.getAndAdd(block); from < size; from = next.getAndAdd(block)) {
                    range.run(from, Math.min(size, from + block));
                }
            }));
        }
        all.forEach(Workers::await);
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainerException("interrupted: the same command goes on from the last checkpoint", e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
