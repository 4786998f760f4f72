package org.byenatos.gateway.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object and gathers what is wrong with them, so that a caller learns everything at once. A
 * faulty member reads as a neutral value; {@link #check} must be called before the values are used. Confined to one
 * thread.
 */
public final class Fields {

    private final JsonNode node;
    private final String base;
    private final List<Violation> found;
    private final Set<String> seen = new HashSet<>();

    private Fields(JsonNode node, String base, List<Violation> found) {
        this.node = node;
        this.base = base;
        this.found = found;
    }

    /** The members of a value that must be an object. */
    public static Fields of(JsonNode node) {
        Fields fields = new Fields(node, "", new ArrayList<>());
        if (!node.isObject()) {
            fields.wrong("", "must be an object");
        }
        return fields;
    }

    /** A string that must be there. */
    public String text(String name) {
        String value = optionalText(name);
        if (value == null && !has(name)) {
            missing(name);
        }
        return value == null ? "" : value;
    }

    /** A string that may be absent or null. */
    public @Nullable String optionalText(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            wrong("/" + name, "must be a string");
            return null;
        }
        return value.textValue();
    }

    /** A point in time that must be there. */
    public Instant instant(String name) {
        Instant value = optionalInstant(name);
        if (value == null && !has(name)) {
            missing(name);
        }
        return value == null ? Instant.EPOCH : value;
    }

    /** A point in time that may be absent or null. */
    public @Nullable Instant optionalInstant(String name) {
        String value = optionalText(name);
        if (value == null) {
            return null;
        }
        return Times.parse(value).orElseGet(() -> {
            wrong("/" + name, Times.HELP);
            return null;
        });
    }

    /** A whole number that may be absent or null. */
    public @Nullable Integer optionalInteger(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            wrong("/" + name, "must be a whole number");
            return null;
        }
        return value.intValue();
    }

    /** A large whole number that may be absent or null. */
    public @Nullable Long optionalLong(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            wrong("/" + name, "must be a whole number");
            return null;
        }
        return value.longValue();
    }

    /** A whole number, or a default where it is absent. */
    public int integer(String name, int otherwise) {
        Integer value = optionalInteger(name);
        return value == null ? otherwise : value;
    }

    /** A number, or a default where it is absent. */
    public double number(String name, double otherwise) {
        JsonNode value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber()) {
            wrong("/" + name, "must be a number");
            return otherwise;
        }
        return value.doubleValue();
    }

    /** A truth value, false where it is absent. */
    public boolean flag(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            wrong("/" + name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** An array of strings that must be there. */
    public List<String> texts(String name) {
        if (!has(name)) {
            missing(name);
        }
        return optionalTexts(name);
    }

    /** An array of strings, empty where it is absent. */
    public List<String> optionalTexts(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            wrong("/" + name, "must be an array of strings");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual()) {
                texts.add(value.get(i).textValue());
            } else {
                wrong("/" + name + "/" + i, "must be a string");
            }
        }
        return texts;
    }

    /** Anything, kept as it was given; null where it is absent. */
    public @Nullable Json json(String name) {
        JsonNode value = take(name);
        return value == null ? null : new Json(value.toString());
    }

    /** A member that changes nothing here. */
    public void ignore(String name) {
        optionalText(name);
    }

    /** A text or an array of texts, one at least and none empty, as it was given. */
    public Json nonEmptyTexts(String name) {
        JsonNode value = take(name);
        if (value == null) {
            missing(name);
            return Json.EMPTY_OBJECT;
        }
        boolean tokens = value.isArray()
                && !value.isEmpty()
                && (value.get(0).isNumber() || value.get(0).isArray());
        if (tokens) {
            wrong("/" + name, "must be a string or an array of strings; token ids of other models mean nothing here");
        } else if (!value.isTextual() && !(value.isArray() && !value.isEmpty())) {
            wrong("/" + name, "must be a string or an array of one string or more");
        } else {
            Iterable<JsonNode> texts = value.isArray() ? value : List.of(value);
            texts.forEach(text -> {
                if (!text.isTextual() || text.textValue().isEmpty()) {
                    wrong("/" + name, "must hold strings that are not empty");
                }
            });
        }
        return new Json(value.toString());
    }

    /** A word of a fixed list, {@code otherwise} where it is absent. */
    public <T> T word(String name, Map<String, T> words, T otherwise) {
        String value = optionalText(name);
        if (value == null) {
            return otherwise;
        }
        T meaning = words.get(value);
        if (meaning == null) {
            wrong("/" + name, "must be one of " + String.join(", ", words.keySet()));
            return otherwise;
        }
        return meaning;
    }

    /** Words of a fixed list, empty where they are absent. */
    public <T> Set<T> words(String name, Map<String, T> words) {
        Set<T> meanings = new LinkedHashSet<>();
        List<String> values = optionalTexts(name);
        for (int i = 0; i < values.size(); i++) {
            T meaning = words.get(values.get(i));
            if (meaning == null) {
                wrong("/" + name + "/" + i, "must be one of " + String.join(", ", words.keySet()));
            } else {
                meanings.add(meaning);
            }
        }
        return meanings;
    }

    /** The members of an object within this one, an empty one where it is absent. */
    public Fields object(String name) {
        JsonNode value = take(name);
        Fields inner = new Fields(value == null ? Mappers.JSON.createObjectNode() : value, base + "/" + name, found);
        if (value != null && !value.isObject()) {
            wrong("/" + name, "must be an object");
        }
        return inner;
    }

    /** Whether the member is there and not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Says that something is wrong. */
    public void wrong(String pointer, String detail) {
        found.add(new Violation(base + pointer, detail));
    }

    /** Says that a member that must be there is not. */
    public void missing(String name) {
        seen.add(name);
        wrong("/" + name, "is missing");
    }

    /** Refuses members that were not read: a misspelt one would lose data. */
    public Fields noOthers() {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!seen.contains(name)) {
                wrong("/" + name.replace("~", "~0").replace("/", "~1"), "is not a member that the contract knows");
            }
        }
        return this;
    }

    /** What is wrong so far. */
    public List<Violation> violations() {
        return List.copyOf(found);
    }

    /** @throws InvalidInputException if anything is wrong */
    public void check() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }

    private @Nullable JsonNode take(String name) {
        seen.add(name);
        return has(name) ? node.get(name) : null;
    }
}
