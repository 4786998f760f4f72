package org.byenatos.ai.engine;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that starts the runtime and opens models: DJL finds its engine by the thread's class loader, and native
 * memory that always comes from one thread leaves fewer holes.
 */
final class EngineThread {

    private static final System.Logger LOG = System.getLogger(EngineThread.class.getName());
    private static final Duration RETRY_LATER = Duration.ofHours(1);
    private static final Duration RETRY_SOON = Duration.ofSeconds(1);
    private static final int PATIENCE_SECONDS = 20;

    private final NativeRuntime runtime;
    private final ExecutorService thread;
    private boolean started;
    private @Nullable Throwable unusable;

    EngineThread(NativeRuntime runtime) {
        this.runtime = runtime;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "byenatos-ai-engine");
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Does something on the thread, which starts the runtime before the first work, and waits for it.
     *
     * @throws UnavailableException if the runtime cannot run here, or {@link #stop} was called
     */
    <R> R call(Callable<R> work) {
        try {
            Future<R> result = thread.submit(() -> {
                startOnce();
                Throwable reason = unusable;
                if (reason != null) {
                    throw new UnavailableException(
                            "Models cannot run on this machine: " + reason + ". The log says more.", RETRY_LATER);
                }
                return work.call();
            });
            return result.get();
        } catch (RejectedExecutionException stopped) {
            throw stopped();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw stopped();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ByenatosException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void startOnce() {
        if (started) {
            return;
        }
        started = true;
        try {
            runtime.start();
        } catch (Exception | LinkageError | AssertionError failed) {
            unusable = failed;
            LOG.log(Level.WARNING, "Models cannot run on this machine", failed);
        }
    }

    /** Takes no more work and waits for the work at hand, the runtime's start too. */
    void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "A model is still being opened");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What becomes of calls that come too late. */
    static UnavailableException stopped() {
        return new UnavailableException("The engine for models was stopped. Try again.", RETRY_SOON);
    }
}
