package org.byenatos.applifecycle;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.error.ByenatosException;

/** Does work again and again on a thread of its own, the first time at once. */
final class Repeater implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Repeater.class.getName());
    private static final long PATIENCE_MILLIS = 5_000;

    private final Runnable work;
    private final Duration pause;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param name of the thread
     * @param pause between two times
     * @param work what to do; it may fail, and is done again then too
     */
    Repeater(String name, Duration pause, Runnable work) {
        this.work = work;
        this.pause = pause;
        this.thread = new Thread(this::repeat, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends it; the work in hand is let finish. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat() {
        try {
            do {
                once();
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            LOG.log(Level.WARNING, "{0} was interrupted and ends.", thread.getName());
        }
    }

    private void once() {
        try {
            work.run();
        } catch (ByenatosException failure) {
            LOG.log(Level.DEBUG, "{0} failed and will be tried again: {1}", thread.getName(), failure.getMessage());
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, thread.getName() + " failed and will be tried again.", broken);
        }
    }
}
