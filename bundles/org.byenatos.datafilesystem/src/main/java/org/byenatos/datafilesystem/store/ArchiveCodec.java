package org.byenatos.datafilesystem.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.psp.ComponentType;
import org.byenatos.api.psp.Layer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an archive: the contract's names and words, and what apps gave as JSON as JSON again (of which white space
 * between tokens is not kept). Thread-safe.
 */
final class ArchiveCodec {

    private final ObjectMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addModule(module())
            .build();

    Json write(Object line) {
        try {
            return new Json(new String(mapper.writeValueAsBytes(line), StandardCharsets.UTF_8));
        } catch (JsonProcessingException loneSurrogate) {
            return escaped(line);
        }
    }

    private Json escaped(Object line) {
        try {
            return new Json(
                    mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a value of the contract: " + line.getClass());
        }
    }

    /** @param number of the line, for messages */
    ArchiveLine read(String line, long number) {
        try {
            return mapper.readValue(line, ArchiveLine.class);
        } catch (JsonProcessingException e) {
            // Jackson's message may quote the content.
            throw new InvalidInputException("", "line " + number + " is not a line of an export");
        }
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("byenatos-archive");
        module.addSerializer(Instant.class, new StdSerializer<>(Instant.class) {
            @Override
            public void serialize(Instant from, JsonGenerator to, SerializerProvider provider) throws IOException {
                to.writeString(from.toString());
            }
        });
        module.addDeserializer(Instant.class, new StdDeserializer<>(Instant.class) {
            @Override
            public Instant deserialize(JsonParser from, DeserializationContext context) throws IOException {
                return Instant.parse(from.getText());
            }
        });
        module.addSerializer(Json.class, new StdSerializer<>(Json.class) {
            @Override
            public void serialize(Json from, JsonGenerator to, SerializerProvider provider) throws IOException {
                to.writeTree(((ObjectMapper) to.getCodec()).readTree(from.text()));
            }
        });
        module.addDeserializer(Json.class, new StdDeserializer<>(Json.class) {
            @Override
            public Json deserialize(JsonParser from, DeserializationContext context) throws IOException {
                JsonNode tree = from.readValueAsTree();
                return new Json(tree.toString());
            }

            @Override
            public Json getNullValue(DeserializationContext context) {
                return new Json("null");
            }

            @Override
            public @Nullable Object getAbsentValue(DeserializationContext context) {
                return null;
            }
        });
        addWords(module, Access.class);
        addWords(module, Layer.class);
        addWords(module, ComponentType.class);
        return module;
    }

    private static <E extends Enum<E>> void addWords(SimpleModule module, Class<E> type) {
        module.addSerializer(type, new StdSerializer<>(type) {
            @Override
            public void serialize(E from, JsonGenerator to, SerializerProvider provider) throws IOException {
                to.writeString(from.name().toLowerCase(Locale.ROOT));
            }
        });
    }
}
