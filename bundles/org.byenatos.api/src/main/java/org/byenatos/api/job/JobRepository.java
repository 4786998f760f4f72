package org.byenatos.api.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The durable state of jobs. Thread-safe. */
@ProviderType
public interface JobRepository {

    /** The job with this identifier. */
    Optional<Job> find(String jobId);

    /** All jobs that have not ended, oldest first. */
    List<Job> unfinished();

    /** Ends a job badly; what it had to do stays undone. Has no effect on a job that has ended. */
    void fail(String jobId, String error);

    /** Forgets ended jobs that ended before a time. Returns how many. */
    int forgetEndedBefore(Instant time);
}
