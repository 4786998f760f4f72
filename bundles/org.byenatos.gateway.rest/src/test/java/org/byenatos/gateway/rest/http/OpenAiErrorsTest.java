package org.byenatos.gateway.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.gateway.rest.json.Mappers;
import org.junit.jupiter.api.Test;

class OpenAiErrorsTest {

    @Test
    void namesWhatIsWrongAsOpenAiDoes() {
        is(new InvalidInputException("/input/3", "must be a string"), 400, "invalid_request_error", "input", null);
        is(new InvalidInputException("/options/dimensions", "is 9"), 400, "invalid_request_error", "dimensions", null);
        is(new NotFoundException("There is no model x"), 404, "invalid_request_error", "model", "model_not_found");
        is(new UnauthenticatedException("No"), 401, "invalid_request_error", null, "invalid_api_key");
        is(new PermissionDeniedException("No"), 403, "permission_error", null, null);
        is(new ModelNotLoadedException("None"), 503, "server_error", null, null);
        is(new IllegalStateException("broken"), 500, "server_error", null, null);
        is(BadRequest.notJson("line 1"), 400, "invalid_request_error", null, null);
    }

    @Test
    void saysWhenToComeBack() {
        LimitExceededException limit = new LimitExceededException("Too much", Duration.ofSeconds(7));

        is(limit, 429, "rate_limit_error", null, "rate_limit_exceeded");
        assertThat(OpenAiErrors.of(limit).headers()).containsEntry("Retry-After", "7");
    }

    private static void is(RuntimeException failure, int status, String type, String param, String code) {
        Answer answer = OpenAiErrors.of(failure);
        JsonNode error = Mappers.JSON.valueToTree(answer.body()).get("error");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(error.get("type").asText()).isEqualTo(type);
        assertThat(error.get("message").asText()).isNotEmpty();
        assertThat(text(error.get("param"))).isEqualTo(param);
        assertThat(text(error.get("code"))).isEqualTo(code);
    }

    private static String text(JsonNode value) {
        return value == null || value.isNull() ? null : value.asText();
    }
}
