package org.byenatos.datafilesystem.index.vector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Memory outside of the heap for vectors. Where there is no more it says so once in the log, and is asked again only every
 * now and then. Thread-safe.
 */
public final class VectorMemory {

    /** What to do where there is no more. */
    public static final String ADVICE =
            "There is no memory for more vectors, so that newer records are found by their words"
                    + " alone. Raise -XX:MaxDirectMemorySize in conf/jvm.options and start the core again.";

    private static final Logger LOG = System.getLogger(VectorMemory.class.getName());
    private static final long REST_NANOS = Duration.ofMinutes(1).toNanos();

    private final IntFunction<ByteBuffer> source;
    private final LongSupplier nanos;
    private volatile boolean exhausted;
    private volatile long exhaustedAt;

    /**
     * @param source gives so many bytes, or throws {@link OutOfMemoryError}
     * @param nanos as {@link System#nanoTime}
     */
    public VectorMemory(IntFunction<ByteBuffer> source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    /** That of this process. */
    public static VectorMemory ofProcess() {
        return new VectorMemory(ByteBuffer::allocateDirect, System::nanoTime);
    }

    /** Whether the last that was wanted was not there. */
    public boolean exhausted() {
        return exhausted;
    }

    /** Whether it is worth asking for more now: each attempt in vain collects garbage and waits. */
    boolean mayHaveMore() {
        return !exhausted || nanos.getAsLong() - exhaustedAt >= REST_NANOS;
    }

    /** @throws NoVectorMemoryException if there is not so much */
    LongBuffer take(int words) {
        try {
            ByteBuffer bytes = source.apply(words * Long.BYTES);
            exhausted = false;
            return bytes.order(ByteOrder.nativeOrder()).asLongBuffer();
        } catch (OutOfMemoryError none) {
            exhaustedAt = nanos.getAsLong();
            if (!exhausted) {
                exhausted = true;
                LOG.log(Level.WARNING, ADVICE);
            }
            throw new NoVectorMemoryException(none);
        }
    }
}
