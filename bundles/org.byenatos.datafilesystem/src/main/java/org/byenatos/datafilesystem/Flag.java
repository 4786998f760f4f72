package org.byenatos.datafilesystem;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that becomes so once. Thread-safe. */
final class Flag {

    private final CountDownLatch latch = new CountDownLatch(1);

    void set() {
        latch.countDown();
    }

    boolean get() {
        return latch.getCount() == 0;
    }

    /** Waits until it is so, but not for longer than this. */
    void await(Duration most) {
        try {
            if (latch.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            set();
        }
    }
}
