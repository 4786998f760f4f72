package org.byenatos.virtualcore.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.byenatos.api.Credential;
import org.byenatos.api.error.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who tries tokens. After some wrong ones from an address within a minute, tokens from there that never opened
 * the door are not even looked at for a while, and for longer each time. Tokens that did are always looked at, so that
 * nobody is kept out by somebody else's guesses. No thread waits. Thread-safe.
 */
final class FailedAttempts {

    private static final System.Logger LOG = System.getLogger(FailedAttempts.class.getName());

    private static final int FREE = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 1_000;
    private static final int MOST_TOKENS = 10_000;

    private final Clock clock;
    private final Map<String, Guesses> byAddress = bounded(MOST_ADDRESSES);
    private final Map<String, Boolean> proven = bounded(MOST_TOKENS);

    /** What came from one address: wrong tokens since a time, and until when no more are looked at. */
    private record Guesses(int wrong, Instant since, Duration pause, Instant until) {

        boolean overBefore(Instant time) {
            return since.isBefore(time) && until.isBefore(time);
        }
    }

    FailedAttempts(Clock clock) {
        this.clock = clock;
    }

    /** @throws LimitExceededException if this token is not looked at now; says when it will be */
    synchronized void mayTry(Credential credential) {
        Guesses guesses = byAddress.get(credential.from());
        if (guesses != null && !isProven(credential.token())) {
            Duration left = Duration.between(clock.instant(), guesses.until());
            if (left.compareTo(Duration.ZERO) > 0) {
                throw new LimitExceededException("Too many wrong tokens came from this address.", left);
            }
        }
    }

    /** The credential's token opened the door. */
    synchronized void proved(Credential credential) {
        if (credential.token() != null) {
            proven.put(fingerprint(credential.token()), true);
        }
    }

    /** A token was just made and handed out. */
    synchronized void made(String token) {
        proven.put(fingerprint(token), true);
    }

    /** The credential's token did not open the door. */
    synchronized void failed(Credential credential) {
        if (credential.token() == null) {
            return;
        }
        proven.remove(fingerprint(credential.token()));
        Instant now = clock.instant();
        Guesses guesses = byAddress.get(credential.from());
        if (guesses == null || guesses.overBefore(now.minus(WINDOW))) {
            guesses = new Guesses(0, now, FIRST, now);
        }
        byAddress.put(credential.from(), next(guesses, now, credential.from()));
    }

    private static Guesses next(Guesses guesses, Instant now, String from) {
        int wrong = guesses.wrong() + 1;
        if (wrong < FREE) {
            return new Guesses(wrong, guesses.since(), guesses.pause(), guesses.until());
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} wrong tokens from {1}; tokens that never opened the door wait for {2} s now",
                wrong,
                from,
                guesses.pause().toSeconds());
        Duration longer = guesses.pause().multipliedBy(2);
        return new Guesses(
                wrong, guesses.since(), longer.compareTo(LONGEST) > 0 ? LONGEST : longer, now.plus(guesses.pause()));
    }

    private boolean isProven(@Nullable String token) {
        return token == null || proven.containsKey(fingerprint(token));
    }

    private static String fingerprint(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", impossible);
        }
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
