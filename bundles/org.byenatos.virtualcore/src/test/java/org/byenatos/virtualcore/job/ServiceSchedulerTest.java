package org.byenatos.virtualcore.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.job.Job;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.job.JobState;
import org.byenatos.api.runtime.ServiceSlot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceSchedulerTest {

    private final Repository repository = new Repository();
    private final ServiceSlot<JobRepository> slot = ServiceSlot.of("jobs");
    private final List<ServiceScheduler> started = new ArrayList<>();

    @BeforeEach
    void bind() {
        slot.bind(repository);
    }

    @AfterEach
    void stop() {
        started.forEach(ServiceScheduler::close);
    }

    @Test
    void runsJobsInOrder() {
        List<String> ran = new CopyOnWriteArrayList<>();
        ServiceScheduler scheduler = start((job, stop) -> ran.add(job));
        scheduler.run("a");
        scheduler.run("b");

        assertThat(scheduler.runAndWait("c")).isTrue();
        assertThat(ran).containsExactly("a", "b", "c");
    }

    @Test
    void waitsThroughAnAbsence() {
        AtomicInteger attempts = new AtomicInteger();
        ServiceScheduler scheduler = start((job, stop) -> {
            if (attempts.incrementAndGet() < 4) {
                throw new UnavailableException("away", Duration.ofSeconds(1));
            }
        });

        assertThat(scheduler.runAndWait("a")).isTrue();
        assertThat(attempts).hasValue(4);
        assertThat(repository.failed).isEmpty();
    }

    @Test
    void givesUpOnAJobThatAlwaysFailsAndGoesOnWithTheNext() {
        ServiceScheduler scheduler = start((job, stop) -> {
            if (job.equals("bad")) {
                throw new StorageException("broken");
            }
        });

        assertThat(scheduler.runAndWait("bad")).isFalse();
        assertThat(repository.failed).containsOnlyKeys("bad");
        assertThat(scheduler.runAndWait("good")).isTrue();
    }

    @Test
    void takesUpWhatAnEarlierProcessLeft() throws Exception {
        repository.unfinished.add("left-over");
        CountDownLatch ran = new CountDownLatch(1);
        start((job, stop) -> {
            if (job.equals("left-over")) {
                repository.unfinished.remove(job);
                ran.countDown();
            }
        });

        assertThat(ran.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingTellsWhoWaits() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        ServiceScheduler scheduler = start((job, stop) -> {
            running.countDown();
            awaitStop(stop);
        });
        List<Boolean> told = new CopyOnWriteArrayList<>();
        Thread waiter = new Thread(() -> told.add(scheduler.runAndWait("a")));
        waiter.start();
        running.await();

        scheduler.close();

        waiter.join(5_000);
        assertThat(told).containsExactly(false);
        assertThat(scheduler.runAndWait("b")).isFalse();
    }

    private ServiceScheduler start(JobWork work) {
        ServiceScheduler scheduler = new ServiceScheduler(slot, work, job -> true, Thread::new);
        scheduler.start();
        started.add(scheduler);
        return scheduler;
    }

    private static void awaitStop(BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Job states in memory. */
    private static final class Repository implements JobRepository {

        private final List<String> unfinished = new CopyOnWriteArrayList<>();
        private final Map<String, String> failed = new ConcurrentHashMap<>();

        @Override
        public Optional<Job> find(String jobId) {
            return Optional.empty();
        }

        @Override
        public List<Job> unfinished() {
            return unfinished.stream()
                    .map(id -> new Job(
                            id, Job.ENRICHMENT, "owner", "app", JobState.QUEUED, 1, 0, Instant.EPOCH, null, null))
                    .toList();
        }

        @Override
        public void fail(String jobId, String error) {
            failed.put(jobId, error);
        }

        @Override
        public int forgetEndedBefore(Instant time) {
            return 0;
        }
    }
}
