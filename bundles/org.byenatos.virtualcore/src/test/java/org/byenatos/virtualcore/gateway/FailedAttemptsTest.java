package org.byenatos.virtualcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.byenatos.api.Credential;
import org.byenatos.api.error.LimitExceededException;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final FailedAttempts attempts = new FailedAttempts(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void aFewMistakesCostNothing() {
        guess("10.0.0.9", 19);

        assertThatCode(() -> attempts.mayTry(from("10.0.0.9", "another"))).doesNotThrowAnyException();
    }

    @Test
    void guessesArePausedForLongerEachTime() {
        guess("10.0.0.9", 20);
        assertThat(pause("10.0.0.9")).isEqualTo(Duration.ofSeconds(1));

        now = now.plusSeconds(2);
        assertThatCode(() -> attempts.mayTry(from("10.0.0.9", "another"))).doesNotThrowAnyException();
        guess("10.0.0.9", 1);
        assertThat(pause("10.0.0.9")).isEqualTo(Duration.ofSeconds(2));

        for (int i = 0; i < 10; i++) {
            now = now.plusSeconds(60);
            guess("10.0.0.9", 1);
        }
        assertThat(pause("10.0.0.9")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void isForgottenAfterAWhile() {
        guess("10.0.0.9", 40);
        now = now.plus(Duration.ofHours(3));

        guess("10.0.0.9", 1);

        assertThatCode(() -> attempts.mayTry(from("10.0.0.9", "another"))).doesNotThrowAnyException();
    }

    @Test
    void nobodyElseIsKeptOut() {
        attempts.proved(from("10.0.0.9", "known"));
        attempts.made("fresh");
        guess("10.0.0.9", 40);

        assertThatCode(() -> attempts.mayTry(from("10.0.0.9", "known"))).doesNotThrowAnyException();
        assertThatCode(() -> attempts.mayTry(from("10.0.0.9", "fresh"))).doesNotThrowAnyException();
        assertThatCode(() -> attempts.mayTry(from("10.0.0.9", null))).doesNotThrowAnyException();
        assertThatCode(() -> attempts.mayTry(from("10.0.0.7", "any"))).doesNotThrowAnyException();
    }

    @Test
    void aTokenThatEndedIsAGuessFromThenOn() {
        attempts.proved(from("10.0.0.9", "revoked"));
        attempts.failed(from("10.0.0.9", "revoked"));
        guess("10.0.0.9", 40);

        assertThat(catchThrowableOfType(
                        LimitExceededException.class, () -> attempts.mayTry(from("10.0.0.9", "revoked"))))
                .isNotNull();
    }

    private void guess(String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(from(address, "guess" + i));
        }
    }

    private Duration pause(String address) {
        return catchThrowableOfType(LimitExceededException.class, () -> attempts.mayTry(from(address, "never seen")))
                .retryAfter();
    }

    private static Credential from(String address, String token) {
        return new Credential(token, false, address, null);
    }
}
