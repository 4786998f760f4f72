package org.byenatos.applifecycle;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import org.byenatos.api.error.ByenatosException;

/** Does work on a thread of its own whenever it is woken, once for all wakings of a moment. Thread-safe. */
final class Waker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Waker.class.getName());
    private static final long MOMENT_MILLIS = 10;
    private static final long AGAIN_MILLIS = 500;
    private static final long PATIENCE_MILLIS = 5_000;

    private final Runnable work;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param name of the thread
     * @param work what to do; where it fails it is done again
     */
    Waker(String name, Runnable work) {
        this.work = work;
        this.thread = new Thread(this::repeat, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** There is work. */
    void wake() {
        wanted.release();
    }

    /** Ends it; the work in hand is let finish. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat() {
        try {
            while (!closed) {
                wanted.acquire();
                Thread.sleep(MOMENT_MILLIS);
                wanted.drainPermits();
                if (!closed) {
                    once();
                }
            }
        } catch (InterruptedException interrupted) {
            LOG.log(Level.WARNING, "{0} was interrupted and ends.", thread.getName());
        }
    }

    private void once() throws InterruptedException {
        try {
            work.run();
        } catch (ByenatosException failure) {
            LOG.log(Level.DEBUG, "{0} failed and will be tried again: {1}", thread.getName(), failure.getMessage());
            Thread.sleep(AGAIN_MILLIS);
            wake();
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, thread.getName() + " failed.", broken);
        }
    }
}
