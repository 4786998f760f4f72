package org.byenatos.api.job;

import java.time.Instant;
import org.byenatos.api.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * Asynchronous work.
 *
 * @param id identifier
 * @param kind what is done, {@code enrichment}, {@code import}, {@code backup}, …
 * @param userId for whom
 * @param appId by whose call
 * @param state where it stands
 * @param total how many items there are
 * @param done how many are done
 * @param createdAt when it was asked for
 * @param finishedAt when it ended, {@code null} until it has
 * @param error why it failed, {@code null} if it did not
 * @param result what it came to, {@code null} if it says nothing
 */
public record Job(
        String id,
        String kind,
        String userId,
        String appId,
        JobState state,
        int total,
        int done,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        @Nullable Json result) {

    /** A job that says nothing of what it came to. */
    public Job(
            String id,
            String kind,
            String userId,
            String appId,
            JobState state,
            int total,
            int done,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable String error) {
        this(id, kind, userId, appId, state, total, done, createdAt, finishedAt, error, null);
    }

    /** The kind of jobs that enrich records. */
    public static final String ENRICHMENT = "enrichment";

    /** Whether it has ended, well or badly. */
    public boolean ended() {
        return state == JobState.DONE || state == JobState.FAILED;
    }
}
