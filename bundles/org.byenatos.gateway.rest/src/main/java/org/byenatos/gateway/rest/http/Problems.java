package org.byenatos.gateway.rest.http;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.byenatos.api.NotSupportedException;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.TooLargeException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.error.UnavailableException;

/** Which problem document a failure becomes. */
public final class Problems {

    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    private Problems() {}

    /** The answer to a failure. */
    public static Answer of(RuntimeException failure) {
        if (failure instanceof BadRequest bad) {
            return bad.problem().answer(bad.headers());
        }
        if (failure instanceof ByenatosException known) {
            return of(known);
        }
        String incident = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "Incident " + incident, failure);
        return Problem.of(
                        "internal",
                        "Internal error",
                        500,
                        "This is a fault of the core; the log has it as incident " + incident + ".")
                .answer();
    }

    private static Answer of(ByenatosException failure) {
        String detail = String.valueOf(failure.getMessage());
        if (failure instanceof InvalidInputException invalid) {
            return Problem.of("invalid-input", "Invalid input", 422, "See errors: " + detail)
                    .with(invalid.violations())
                    .answer();
        }
        if (failure instanceof LimitExceededException limit) {
            return Problem.of("limit-exceeded", "Too many requests", 429, detail)
                    .answer(retryAfter(limit.retryAfter()));
        }
        if (failure instanceof UnavailableException away) {
            String kind = away instanceof ModelNotLoadedException ? "model-not-loaded" : "unavailable";
            return Problem.of(kind, "Not available now", 503, detail).answer(retryAfter(away.retryAfter()));
        }
        if (failure instanceof UnauthenticatedException) {
            return Problem.of("unauthenticated", "No valid token", 401, detail)
                    .answer(Map.of("WWW-Authenticate", "Bearer"));
        }
        return plain(failure, detail);
    }

    private static Answer plain(ByenatosException failure, String detail) {
        if (failure instanceof PermissionDeniedException) {
            return Problem.of("permission-denied", "Not allowed", 403, detail).answer();
        }
        if (failure instanceof NotFoundException || failure instanceof NotSupportedException) {
            return Problem.of("not-found", "Not found", 404, detail).answer();
        }
        if (failure instanceof ConflictException) {
            return Problem.of("conflict", "Conflict", 409, detail).answer();
        }
        if (failure instanceof TooLargeException) {
            // The rest of the body is not read, so the connection cannot be used again.
            return Problem.of("too-large", "Too large", 413, detail).answer(Map.of("Connection", "close"));
        }
        LOG.log(System.Logger.Level.ERROR, "The core failed", failure);
        return Problem.of("storage", "Storage failed", 500, detail).answer();
    }

    private static Map<String, String> retryAfter(Duration wait) {
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
        return Map.of("Retry-After", Long.toString(seconds));
    }
}
