package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.Violation;

/**
 * A request that is being read.
 *
 * @param request as it came
 * @param input its input as a tree
 * @param options its options
 * @param found what is wrong so far
 */
record Reading(AiRequest request, JsonNode input, Options options, List<Violation> found) {

    private static final JsonMapper MAPPER = new JsonMapper();

    static Reading of(AiRequest request) {
        List<Violation> found = new ArrayList<>();
        JsonNode input = tree(request.input(), "/input");
        Duration deadline = request.deadline();
        if (deadline != null && (deadline.isNegative() || deadline.isZero())) {
            found.add(new Violation("/deadline_ms", "must be more than 0"));
        }
        Json given = request.options() == null ? Json.EMPTY_OBJECT : request.options();
        return new Reading(request, input, new Options(tree(given, "/options"), found), found);
    }

    void wrong(String pointer, String detail) {
        found.add(new Violation(pointer, detail));
    }

    /** Refuses the request if anything is wrong, options that nobody read among it. */
    void check() {
        options.noOthers();
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }

    /** Never passes the parser's message on, which would quote the input. */
    private static JsonNode tree(Json json, String pointer) {
        try {
            return MAPPER.readTree(json.text());
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(pointer, "must be JSON");
        }
    }

    /** Texts stay out of logs. */
    @Override
    public String toString() {
        return "Reading[" + request.task().word() + "]";
    }
}
