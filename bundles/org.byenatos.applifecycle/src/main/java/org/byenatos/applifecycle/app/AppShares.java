package org.byenatos.applifecycle.app;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.error.LimitExceededException;

/** Shares the core between apps by a token bucket each. A restart fills them. Thread-safe. */
public final class AppShares implements AppScheduler {

    private final LongSupplier nanos;
    private final ConcurrentMap<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    /** @param nanos the time in nanoseconds, from any origin, never going back */
    public AppShares(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void admit(App app) {
        long now = nanos.getAsLong();
        TokenBucket bucket = buckets.computeIfAbsent(app.appId(), id -> new TokenBucket(now));
        long wait = bucket.take(now, TokenBucket.Share.of(app.requestsPerMinute()));
        if (wait > 0) {
            throw new LimitExceededException(
                    "App " + app.appId() + " may ask " + app.requestsPerMinute()
                            + " times a minute; the owner can allow it more.",
                    Duration.ofNanos(wait));
        }
    }

    /** Forgets the buckets of apps that are gone. */
    public void keepOnly(Set<String> appIds) {
        buckets.keySet().retainAll(appIds);
    }
}
