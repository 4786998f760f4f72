package org.byenatos.datafilesystem.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.StorageException;

/** The contract's records as bytes of JSON, the same bytes for equal records. Thread-safe. */
final class Codec {
    private final ObjectMapper mapper = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(module())
            .build();
    private final ObjectWriter escaping = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException loneSurrogate) {
            return escaped(value);
        }
    }

    /** For text that is no text: half a surrogate pair has no UTF-8, but it has an escape. */
    private byte[] escaped(Object value) {
        try {
            return escaping.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a value of the contract: " + value.getClass());
        }
    }

    <T> T read(byte[] json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException e) {
            // Jackson's message may quote the content.
            throw new StorageException("A stored " + type.getSimpleName()
                    + " has a form that this release does not know; start the release that wrote it.");
        }
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("byenatos");
        add(module, Instant.class, Instant::toString, Instants::parse);
        add(module, Json.class, Json::text, Json::new);
        return module;
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<T, String> text, Function<String, T> value) {
        module.addSerializer(type, new StdSerializer<>(type) {
            @Override
            public void serialize(T from, JsonGenerator to, SerializerProvider provider) throws IOException {
                to.writeString(text.apply(from));
            }
        });
        module.addDeserializer(type, new StdDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser from, DeserializationContext context) throws IOException {
                return value.apply(from.getText());
            }
        });
    }
}
