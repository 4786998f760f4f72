package org.byenatos.gateway.rest.http;

import java.util.HashMap;
import java.util.Map;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.error.Violation;
import org.jspecify.annotations.Nullable;

/** Failures in the form that OpenAI's clients understand: {@code {"error":{"message","type","param","code"}}}. */
public final class OpenAiErrors {

    private static final String INVALID = "invalid_request_error";

    private OpenAiErrors() {}

    /** The answer to a failure. */
    public static Answer of(RuntimeException failure) {
        if (failure instanceof InvalidInputException invalid) {
            Violation first = invalid.violations().get(0);
            return answer(
                    400, String.valueOf(failure.getMessage()), INVALID, parameter(first.pointer()), null, Map.of());
        }
        Answer problem = Problems.of(failure);
        String detail = problem.body() instanceof Problem told ? told.detail() : "It failed.";
        return answer(
                problem.status(), detail, type(problem.status()), parameter(failure), code(failure), problem.headers());
    }

    /** The member that a pointer is about. */
    private static @Nullable String parameter(String pointer) {
        String[] parts = pointer.replaceFirst("^/options/", "/").split("/");
        return parts.length < 2 ? null : parts[1];
    }

    private static @Nullable String parameter(RuntimeException failure) {
        return failure instanceof NotFoundException ? "model" : null;
    }

    private static @Nullable String code(RuntimeException failure) {
        if (failure instanceof NotFoundException) {
            return "model_not_found";
        }
        if (failure instanceof UnauthenticatedException) {
            return "invalid_api_key";
        }
        return failure instanceof LimitExceededException ? "rate_limit_exceeded" : null;
    }

    private static String type(int status) {
        return switch (status) {
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            default -> status < 500 ? INVALID : "server_error";
        };
    }

    private static Answer answer(
            int status,
            String message,
            String type,
            @Nullable String param,
            @Nullable String code,
            Map<String, String> headers) {
        Map<String, @Nullable String> error = new HashMap<>();
        error.put("message", message);
        error.put("type", type);
        error.put("param", param);
        error.put("code", code);
        return new Answer(status, "application/json", Map.of("error", error), headers);
    }
}
