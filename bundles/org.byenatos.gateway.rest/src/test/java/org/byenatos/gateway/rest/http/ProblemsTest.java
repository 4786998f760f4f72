package org.byenatos.gateway.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.byenatos.api.NotSupportedException;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.error.TooLargeException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.error.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(BadRequest.notJson("line 1"), 400),
                Arguments.of(new UnauthenticatedException("x"), 401),
                Arguments.of(new PermissionDeniedException("x"), 403),
                Arguments.of(new NotFoundException("x"), 404),
                Arguments.of(new NotSupportedException("x"), 404),
                Arguments.of(BadRequest.noRoute("/x"), 404),
                Arguments.of(BadRequest.method("PUT", "GET"), 405),
                Arguments.of(new ConflictException("x"), 409),
                Arguments.of(new TooLargeException("x"), 413),
                Arguments.of(BadRequest.mediaType("application/json"), 415),
                Arguments.of(new InvalidInputException("/a", "x"), 422),
                Arguments.of(new LimitExceededException("x", Duration.ofMillis(1)), 429),
                Arguments.of(new StorageException("x"), 500),
                Arguments.of(new IllegalStateException("secret"), 500),
                Arguments.of(new UnavailableException("x", Duration.ofSeconds(1)), 503),
                Arguments.of(new ModelNotLoadedException("x"), 503));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureIsAProblemDocument(RuntimeException failure, int status) {
        Answer answer = Problems.of(failure);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(((Problem) answer.body()).status()).isEqualTo(status);
    }

    @Test
    void saysWhenToComeBack() {
        assertThat(Problems.of(new LimitExceededException("x", Duration.ofMillis(1200)))
                        .headers())
                .containsEntry("Retry-After", "2");
        assertThat(Problems.of(new UnavailableException("x", Duration.ofMillis(1)))
                        .headers())
                .containsEntry("Retry-After", "1");
    }

    @Test
    void hidesFaultsOfTheCore() {
        Problem problem =
                (Problem) Problems.of(new IllegalStateException("secret")).body();

        assertThat(problem.detail()).doesNotContain("secret").contains("incident");
    }

    @Test
    void carriesEveryViolation() {
        List<Violation> wrong = List.of(new Violation("/a", "x"), new Violation("/b/0", "y"));

        assertThat(((Problem) Problems.of(new InvalidInputException(wrong)).body()).errors())
                .isEqualTo(wrong);
    }
}
