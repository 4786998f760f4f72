package org.byenatos.gateway.rest.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.byenatos.api.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Answers a repeated creation with the first answer: a POST that creates may carry an {@code Idempotency-Key}. Answers
 * are kept in memory for ten minutes, since some hold a secret that is shown once. Thread-safe.
 */
public final class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 1000;
    private static final int MAX_KEY = 200;

    private final Clock clock;
    private final LinkedHashMap<Key, Kept> answers = new LinkedHashMap<>();

    /** @param clock what time it is */
    public IdempotencyKeys(Clock clock) {
        this.clock = clock;
    }

    /** Whose key, for which call. */
    private record Key(@Nullable String token, String call, String key) {}

    private record Kept(Instant at, Answer answer) {}

    /** A handler that keeps its answers, unless the request carries no key. */
    public Route.Handler keeping(String call, Route.Handler handler) {
        return exchange -> {
            String key = exchange.header("Idempotency-Key");
            return key == null ? handler.handle(exchange) : once(call, key, exchange, handler);
        };
    }

    private synchronized Answer once(String call, String key, Exchange exchange, Route.Handler handler) {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw new InvalidInputException("", "Idempotency-Key must have 1.." + MAX_KEY + " characters");
        }
        forgetOld();
        Key whole = new Key(exchange.credential().token(), call, key);
        Kept kept = answers.get(whole);
        if (kept == null) {
            kept = new Kept(clock.instant(), handler.handle(exchange));
            answers.put(whole, kept);
        }
        return kept.answer();
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        Iterator<Kept> all = answers.values().iterator();
        while (all.hasNext()) {
            if (!all.next().at().isBefore(oldest) && answers.size() <= MOST) {
                return;
            }
            all.remove();
        }
    }
}
