package org.byenatos.localaischeduler.queue;

import java.util.concurrent.CountDownLatch;

/** Work of some steps that does what a test wants in each; its result is its timing. */
final class Steps implements Work<Timing> {

    private final int steps;
    private final Runnable each;
    private final long characters;
    private int done;

    private Steps(int steps, long characters, Runnable each) {
        this.steps = steps;
        this.characters = characters;
        this.each = each;
    }

    static Steps one(Runnable step) {
        return new Steps(1, 10, step);
    }

    static Steps of(int steps, Runnable each) {
        return new Steps(steps, 10, each);
    }

    static Steps holding(long characters) {
        return new Steps(1, characters, () -> {});
    }

    /** One step that says when it has begun and lasts until it is let go. */
    static Steps gate(CountDownLatch begun, CountDownLatch go) {
        return one(() -> {
            begun.countDown();
            await(go);
        });
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean step() {
        each.run();
        return ++done < steps;
    }

    @Override
    public Timing result(Timing timing) {
        return timing;
    }

    @Override
    public long characters() {
        return characters;
    }
}
