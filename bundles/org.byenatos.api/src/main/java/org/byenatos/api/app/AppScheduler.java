package org.byenatos.api.app;

import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Shares the core between apps. Thread-safe. */
@ProviderType
public interface AppScheduler {

    /**
     * Lets one request in: takes it off the app's share and its session's, and where more is asked than can run at once
     * waits a moment until it is this app's turn.
     *
     * @param sessionId in which session, {@code null} outside any
     * @return to be closed when the request has ended
     * @throws LimitExceededException if the share is used up or too many of the app's requests run; says when to come
     *     back
     */
    Admission admit(App app, @Nullable String sessionId);

    /**
     * Takes records off what an app may add on a day.
     *
     * @return to be told what of it was not needed
     * @throws LimitExceededException if the day's quota does not hold them; says when the next day begins
     * @throws InvalidInputException if no day's quota would hold them
     */
    Allowance draw(App app, long records, long bytes);

    /** A request that was let in. */
    @ProviderType
    interface Admission extends AutoCloseable {

        /** The request has ended. Idempotent. */
        @Override
        void close();
    }

    /** What was taken off a quota. */
    @ProviderType
    interface Allowance {

        /** Gives back what was not needed. */
        void giveBack(long records, long bytes);
    }
}
