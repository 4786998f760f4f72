package org.byenatos.security.audit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How many lines were appended and how many of them are on disk, to wait for those on their way. Thread-safe. */
final class Progress {

    private final AtomicLong added = new AtomicLong();
    private long written;
    private boolean hurried;

    void added() {
        added.incrementAndGet();
    }

    synchronized void written(int lines) {
        written += lines;
        hurried = false;
        notifyAll();
    }

    /** Ends a pause at once. */
    synchronized void hurry() {
        hurried = true;
        notifyAll();
    }

    /** Waits for this long, or until somebody waits for lines. */
    synchronized void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); !hurried && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Waits until the lines that are appended now are on disk, or for this long. */
    synchronized void await(Duration patience) {
        long wanted = added.get();
        if (written < wanted) {
            hurry();
        }
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis();
                    written < wanted && left > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
