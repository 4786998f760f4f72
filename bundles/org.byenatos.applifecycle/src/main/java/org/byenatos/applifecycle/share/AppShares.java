package org.byenatos.applifecycle.share;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.error.LimitExceededException;
import org.jspecify.annotations.Nullable;

/** Shares the core between apps: how often, how many at once, how much a day, and whose turn it is. Thread-safe. */
public final class AppShares implements AppScheduler {

    private static final long PATIENCE_MILLIS = 250;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final Buckets apps = new Buckets();
    private final Buckets sessions = new Buckets();
    private final ConcurrentMap<String, Integer> inside = new ConcurrentHashMap<>();
    private final Turns turns;
    private final DayQuotas quotas;

    /**
     * @param nanos the time in nanoseconds, from any origin, never going back
     * @param running how many requests of all apps run at once before others take turns
     * @param quotas what apps added today
     */
    public AppShares(LongSupplier nanos, int running, DayQuotas quotas) {
        this.nanos = nanos;
        this.turns = new Turns(running, PATIENCE_MILLIS);
        this.quotas = quotas;
    }

    @Override
    public Admission admit(App app, @Nullable String sessionId) {
        String appId = app.appId();
        comeIn(app);
        try {
            takeOne(app, sessionId);
        } catch (LimitExceededException refused) {
            leave(appId);
            throw refused;
        }
        turns.enter(appId, app.limits().priority());
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                turns.leave(appId);
                leave(appId);
            }
        };
    }

    @Override
    public Allowance draw(App app, long records, long bytes) {
        return quotas.draw(app, records, bytes);
    }

    /** Forgets what was known of apps that are gone and of sessions that have not asked for a while. */
    public void keepOnly(Set<String> appIds) {
        apps.keepOnly(appIds);
        sessions.forgetFull(nanos.getAsLong());
    }

    private void comeIn(App app) {
        int most = app.limits().concurrentRequests();
        int now = inside.merge(app.appId(), 1, Integer::sum);
        if (now > most) {
            leave(app.appId());
            throw new LimitExceededException(
                    "App " + app.appId() + " has " + most + " requests running, the most; wait for one to end.", SOON);
        }
    }

    private void leave(String appId) {
        inside.computeIfPresent(appId, (app, count) -> count > 1 ? count - 1 : null);
    }

    /** Takes one off the session's share and the app's, or off neither. */
    private void takeOne(App app, @Nullable String sessionId) {
        long now = nanos.getAsLong();
        int perSession = app.limits().sessionRequestsPerMinute();
        int perApp = app.limits().requestsPerMinute();
        if (sessionId == null || perSession >= perApp) {
            refuseIf(apps.take(app.appId(), perApp, now), "App " + app.appId(), perApp);
            return;
        }
        refuseIf(sessions.take(sessionId, perSession, now), "A session of app " + app.appId(), perSession);
        long wait = apps.take(app.appId(), perApp, now);
        if (wait > 0) {
            sessions.giveBack(sessionId, perSession);
        }
        refuseIf(wait, "App " + app.appId(), perApp);
    }

    private static void refuseIf(long wait, String who, int perMinute) {
        if (wait > 0) {
            throw new LimitExceededException(
                    who + " may ask " + perMinute + " times a minute; the owner can allow it more.",
                    Duration.ofNanos(wait));
        }
    }
}
