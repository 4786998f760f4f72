package org.byenatos.gateway.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.byenatos.api.common.Json;
import org.junit.jupiter.api.Test;

class OpenAiViewsTest {

    private static final Json OUTPUT = new Json("{\"vectors\":[[0.25,-1.5],[3.0E-8,1]],\"tokens\":7}");

    @Test
    void givesNumbers() {
        JsonNode view = Mappers.JSON.valueToTree(OpenAiViews.EmbeddingsView.of(OUTPUT, "m", false));

        assertThat(view.get("object").asText()).isEqualTo("list");
        assertThat(view.get("usage").get("prompt_tokens").asInt()).isEqualTo(7);
        assertThat(view.get("data").get(0).get("embedding").get(1).asDouble()).isEqualTo(-1.5);
        assertThat(view.get("data").get(1).get("index").asInt()).isEqualTo(1);
    }

    @Test
    void givesTheBytesOfLittleEndianFloats() {
        JsonNode view = Mappers.JSON.valueToTree(OpenAiViews.EmbeddingsView.of(OUTPUT, "m", true));
        byte[] bytes = Base64.getDecoder()
                .decode(view.get("data").get(1).get("embedding").asText());
        ByteBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bytes).hasSize(8);
        assertThat(floats.getFloat()).isEqualTo(3.0E-8f);
        assertThat(floats.getFloat()).isEqualTo(1f);
    }
}
