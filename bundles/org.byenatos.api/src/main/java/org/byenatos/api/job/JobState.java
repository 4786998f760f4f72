package org.byenatos.api.job;

/** Where a job stands. */
public enum JobState {
    /** Waits for its turn. */
    QUEUED,
    /** Is being worked on. */
    RUNNING,
    /** Ended well. */
    DONE,
    /** Ended badly; {@link Job#error} says why. */
    FAILED
}
