package org.byenatos.virtualcore.job;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.job.Job;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.runtime.ServiceSlot;

/**
 * Runs the durable jobs, one at a time and oldest first, on one thread of its own. A job lives in the database until it
 * has ended: what a stop, a crash or a module's absence leaves undone is taken up again. Thread-safe.
 */
public final class ServiceScheduler implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ServiceScheduler.class.getName());
    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final Duration RESCAN = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MAX_ATTEMPTS = 5;

    private final ServiceSlot<JobRepository> jobs;
    private final JobWork jobWork;
    private final Predicate<Job> ours;
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final Set<String> queued = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, CompletableFuture<Boolean>> waiters = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> failures = new ConcurrentHashMap<>();
    private final Thread worker;
    private volatile boolean closed;

    /**
     * @param jobs their durable state
     * @param work what a job does
     * @param ours which jobs it can do
     * @param threads makes the worker
     */
    public ServiceScheduler(ServiceSlot<JobRepository> jobs, JobWork work, Predicate<Job> ours, ThreadFactory threads) {
        this.jobs = jobs;
        this.jobWork = work;
        this.ours = ours;
        this.worker = threads.newThread(this::work);
    }

    /** Takes up unfinished jobs and begins to work. */
    public void start() {
        worker.start();
    }

    /** Puts a stored job in the queue, unless it is there already, and returns at once. */
    public void run(String jobId) {
        if (queued.add(jobId)) {
            queue.add(jobId);
        }
    }

    /** Puts a stored job in the queue and waits for it. Returns whether it ended well in time. */
    public boolean runAndWait(String jobId) {
        CompletableFuture<Boolean> ended = waiters.computeIfAbsent(jobId, id -> new CompletableFuture<>());
        run(jobId);
        try {
            return !closed && ended.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException late) {
            return false;
        } finally {
            waiters.remove(jobId, ended);
        }
    }

    /** Stops after the batch in hand. Who waits for a job learns that it has not ended. */
    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        waiters.values().forEach(ended -> ended.complete(false));
    }

    private void work() {
        try {
            while (!closed) {
                String jobId = queue.poll(RESCAN.toMillis(), TimeUnit.MILLISECONDS);
                if (jobId == null) {
                    takeUpUnfinished();
                } else {
                    queued.remove(jobId);
                    attempt(jobId);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.log(System.Logger.Level.DEBUG, "Stopped with {0} jobs in the queue", queue.size());
        }
    }

    private void takeUpUnfinished() {
        if (!jobs.present()) {
            return;
        }
        try {
            jobs.call(JobRepository::unfinished).stream().filter(ours).forEach(job -> run(job.id()));
        } catch (ByenatosException away) {
            LOG.log(System.Logger.Level.DEBUG, "Unfinished jobs could not be read: {0}", away.getMessage());
        }
    }

    private void attempt(String jobId) throws InterruptedException {
        try {
            jobWork.run(jobId, () -> closed);
            end(jobId, !closed);
        } catch (NotFoundException gone) {
            // The job went with its user.
            end(jobId, false);
        } catch (UnavailableException away) {
            Thread.sleep(PAUSE.toMillis());
            run(jobId);
        } catch (RuntimeException failed) {
            afterFailure(jobId, failed);
        }
    }

    private void afterFailure(String jobId, RuntimeException failed) throws InterruptedException {
        int attempts = failures.merge(jobId, 1, Integer::sum);
        LOG.log(System.Logger.Level.WARNING, "Job " + jobId + " failed, attempt " + attempts, failed);
        if (attempts < MAX_ATTEMPTS) {
            Thread.sleep(PAUSE.toMillis());
            run(jobId);
        } else {
            giveUp(jobId, attempts);
        }
    }

    private void giveUp(String jobId, int attempts) {
        try {
            jobs.run(repository -> repository.fail(jobId, "gave up after " + attempts + " attempts; see the log"));
        } catch (ByenatosException away) {
            LOG.log(System.Logger.Level.WARNING, "Job " + jobId + " could not be ended: " + away.getMessage());
        }
        end(jobId, false);
    }

    private void end(String jobId, boolean well) {
        failures.remove(jobId);
        CompletableFuture<Boolean> waiting = waiters.get(jobId);
        if (waiting != null) {
            waiting.complete(well);
        }
    }
}
