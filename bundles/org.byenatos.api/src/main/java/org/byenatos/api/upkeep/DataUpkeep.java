package org.byenatos.api.upkeep;

import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.job.Job;
import org.osgi.annotation.versioning.ProviderType;

/** Long work on all that is kept, as jobs that are done step by step. Thread-safe. */
@ProviderType
public interface DataUpkeep {

    /**
     * Makes the job for a task; it is done by {@link #step}.
     *
     * @throws InvalidInputException if the task's file cannot be what it should be
     */
    Job begin(UpkeepTask task);

    /** Whether a job is done by {@link #step}. */
    boolean isOurs(Job job);

    /**
     * Does the next part of a job, and writes down how far it is. A job that was cut short begins anew, which does no
     * harm.
     *
     * @throws NotFoundException if there is no such job
     * @throws StorageException if it cannot be done; the job has failed then
     */
    UpkeepStep step(String jobId);
}
