package org.byenatos.localaischeduler.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the members of a JSON file of a model; what is wrong refuses the model, naming the member. Confined to one thread. */
final class Members {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ModelFolder folder;
    private final String file;
    private final JsonNode object;
    private final Set<String> read = new HashSet<>();

    private Members(ModelFolder folder, String file, JsonNode object) {
        this.folder = folder;
        this.file = file;
        this.object = object;
    }

    /** The members of a file that must hold an object. */
    static Members of(ModelFolder folder, String file) {
        JsonNode node = tree(folder, file);
        if (!node.isObject()) {
            throw folder.refuse(file + " must hold a JSON object");
        }
        return new Members(folder, file, node);
    }

    /** A file as a tree. */
    static JsonNode tree(ModelFolder folder, String file) {
        try {
            return MAPPER.readTree(folder.small(file));
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw folder.refuse(file + " is no JSON" + (place == null ? "" : ", see line " + place.getLineNr()));
        } catch (IOException e) {
            throw folder.refuse(file + " cannot be read");
        }
    }

    String text(String name) {
        String value = optionalText(name);
        if (value == null) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    @Nullable
    String optionalText(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > 500) {
            throw wrong(name, "must be a string of at most 500 characters");
        }
        return value.textValue();
    }

    String text(String name, String otherwise) {
        String value = optionalText(name);
        return value == null ? otherwise : value;
    }

    int integer(String name, int least, int most) {
        JsonNode value = take(name);
        if (value == null) {
            throw wrong(name, "is missing");
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw wrong(name, "must be a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "must be true or false");
        }
        return value.booleanValue();
    }

    <T> T word(String name, T[] values, Function<T, String> word, @Nullable T otherwise) {
        String given = optionalText(name);
        if (given == null && otherwise != null) {
            return otherwise;
        }
        List<String> words = new ArrayList<>();
        for (T value : values) {
            if (word.apply(value).equals(given)) {
                return value;
            }
            words.add(word.apply(value));
        }
        throw wrong(name, given == null ? "is missing" : "must be one of " + String.join(", ", words));
    }

    List<String> texts(String name, int most) {
        JsonNode value = take(name);
        List<String> texts = new ArrayList<>();
        if (value == null) {
            return texts;
        }
        if (!value.isArray() || value.size() > most) {
            throw wrong(name, "must be an array of at most " + most + " strings");
        }
        for (JsonNode item : value) {
            if (!item.isTextual() || item.textValue().length() > 200) {
                throw wrong(name, "must hold strings of at most 200 characters");
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    /** An object of strings. */
    Map<String, String> pairs(String name, int most) {
        JsonNode value = take(name);
        if (value == null || !value.isObject() || value.isEmpty() || value.size() > most) {
            throw wrong(name, "must be an object of 1 to " + most + " members");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> pair : value.properties()) {
            if (!pair.getValue().isTextual()) {
                throw wrong(name, "must hold strings");
            }
            pairs.put(pair.getKey(), pair.getValue().textValue());
        }
        return pairs;
    }

    /** A member as it is, {@code null} if it is not there. */
    @Nullable
    JsonNode take(String name) {
        read.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** Refuses members that were not read. */
    void noOthers() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!read.contains(name)) {
                String shown = name.length() > 50 ? name.substring(0, 50) : name;
                throw wrong(shown.replaceAll("[^A-Za-z0-9_.-]", "?"), "is not a member that model.json has");
            }
        }
    }

    RuntimeException wrong(String name, String detail) {
        return folder.refuse(file + ": " + name + " " + detail);
    }
}
