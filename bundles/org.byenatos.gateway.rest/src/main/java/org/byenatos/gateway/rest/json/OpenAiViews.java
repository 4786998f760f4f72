package org.byenatos.gateway.rest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.byenatos.api.common.Json;

/** The shapes of answers that OpenAI's clients expect. */
public final class OpenAiViews {

    private static final JsonMapper VECTORS = new JsonMapper();

    private OpenAiViews() {}

    /** A list. */
    public record ListView<T>(String object, List<T> data) {

        public static <T> ListView<T> of(List<T> data) {
            return new ListView<>("list", data);
        }
    }

    /** A model. */
    public record ModelView(String id, String object, long created, String ownedBy) {

        public static ModelView of(String id) {
            return new ModelView(id, "model", 0, "byenatos");
        }
    }

    /**
     * A vector.
     *
     * @param embedding an array of numbers, or the Base64 of them as little-endian 32-bit floats
     */
    public record EmbeddingView(String object, int index, Object embedding) {}

    /** How much was read. */
    public record UsageView(int promptTokens, int totalTokens) {}

    /** Vectors. */
    public record EmbeddingsView(String object, List<EmbeddingView> data, String model, UsageView usage) {

        /** From what the task {@code embed} answers when usage is asked for. */
        public static EmbeddingsView of(Json output, String model, boolean base64) {
            Output made = read(output);
            List<EmbeddingView> data = new ArrayList<>();
            for (float[] vector : made.vectors()) {
                data.add(new EmbeddingView("embedding", data.size(), base64 ? base64(vector) : vector));
            }
            return new EmbeddingsView("list", data, model, new UsageView(made.tokens(), made.tokens()));
        }
    }

    private record Output(List<float[]> vectors, int tokens) {}

    private static Output read(Json output) {
        try {
            return VECTORS.readValue(output.text(), Output.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The core's vectors cannot be read.");
        }
    }

    private static String base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
