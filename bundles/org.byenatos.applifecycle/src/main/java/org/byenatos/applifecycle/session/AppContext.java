package org.byenatos.applifecycle.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;

/**
 * What an app told about now: a JSON object of at most 64 KiB in UTF-8 and 16 levels, itself the first. Immutable.
 */
final class AppContext {

    static final int MOST_BYTES = 64 * 1024;
    static final int MOST_LEVELS = 16;
    static final int MOST_ACTIVITY = 1_000;

    /** Numbers are kept digit by digit. */
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    private final ObjectNode object;

    private AppContext(ObjectNode object) {
        this.object = object;
    }

    /**
     * A context from its text.
     *
     * @param pointer where the text stands in the input, for messages
     * @throws InvalidInputException if it is no object or beyond the limits
     */
    static AppContext of(Json json, String pointer) {
        return new AppContext(object(json, pointer)).within(pointer);
    }

    /** A context that was checked when it was stored. */
    static AppContext stored(Json json) {
        return new AppContext(object(json, ""));
    }

    /**
     * This context with a merge patch applied (RFC 7396, section 2).
     *
     * @throws InvalidInputException if the patch is no object or the result beyond the limits
     */
    AppContext merge(Json patch) {
        ObjectNode target = object.deepCopy();
        merge(target, object(patch, ""));
        return new AppContext(target).within("");
    }

    /** What the app is doing now, in words: the texts in the context, in their order, within bounds. */
    String activity() {
        StringBuilder texts = new StringBuilder();
        addTexts(object, texts);
        return texts.toString();
    }

    private static void addTexts(JsonNode node, StringBuilder texts) {
        for (JsonNode child : node) {
            if (child.isTextual() && !child.textValue().isBlank() && texts.length() < MOST_ACTIVITY) {
                String text = child.textValue().strip();
                texts.append(texts.isEmpty() ? "" : "; ")
                        .append(text, 0, Math.min(text.length(), MOST_ACTIVITY - texts.length()));
            }
            addTexts(child, texts);
        }
    }

    boolean isEmpty() {
        return object.isEmpty();
    }

    Json json() {
        return new Json(object.toString());
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode inner) {
                merge(target.get(name) instanceof ObjectNode present ? present : target.putObject(name), inner);
            } else {
                target.set(name, value);
            }
        });
    }

    private AppContext within(String pointer) {
        if (depth(object) > MOST_LEVELS) {
            throw new InvalidInputException(pointer, "the context must have at most " + MOST_LEVELS + " levels");
        }
        if (object.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new InvalidInputException(pointer, "the context must have at most " + MOST_BYTES + " bytes");
        }
        return this;
    }

    private static int depth(JsonNode node) {
        int deepest = 0;
        for (JsonNode child : node) {
            deepest = Math.max(deepest, depth(child));
        }
        return node.isContainerNode() ? deepest + 1 : 0;
    }

    private static ObjectNode object(Json json, String pointer) {
        try {
            if (READER.readTree(json.text()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException wrong) {
            // The cause is left out: its message quotes the content.
            throw new InvalidInputException(pointer, "is no well-formed JSON");
        }
        throw new InvalidInputException(pointer, "must be a JSON object");
    }
}
