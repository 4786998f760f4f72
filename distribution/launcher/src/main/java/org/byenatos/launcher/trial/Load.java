package org.byenatos.launcher.trial;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The same call again and again, by clients that do not wait for one another.
 *
 * @param clients how many at a time
 * @param calls how many all together
 */
public record Load(int clients, int calls) {

    /**
     * What a load came to.
     *
     * @param latencies of the calls
     * @param perSecond how many calls were answered in a second
     */
    public record Outcome(Latencies latencies, double perSecond) {}

    /**
     * Makes the calls and waits for the last.
     *
     * @param call told its number, from 0
     * @throws TrialFailure the first that a call threw
     */
    public Outcome run(IntConsumer call) {
        AtomicInteger next = new AtomicInteger();
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        CompletableFuture<?>[] all = IntStream.range(0, clients)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> client(next, nanos, call), task -> new Thread(task, "byenatos-client-" + i).start()))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof TrialFailure failure ? failure : failed;
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Outcome(new Latencies(nanos.stream().mapToLong(Long::longValue)), calls / seconds);
    }

    private void client(AtomicInteger next, ConcurrentLinkedQueue<Long> nanos, IntConsumer call) {
        for (int number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
            long begin = System.nanoTime();
            call.accept(number);
            nanos.add(System.nanoTime() - begin);
        }
    }
}
