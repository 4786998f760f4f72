package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.byenatos.api.error.Violation;
import org.jspecify.annotations.Nullable;

/** Reads a task's options; what is wrong or unknown goes to a list. Used once, by one thread. */
final class Options {

    private final JsonNode options;
    private final List<Violation> found;
    private final Set<String> known = new HashSet<>();

    Options(JsonNode options, List<Violation> found) {
        this.options = options;
        this.found = found;
        if (!options.isObject()) {
            found.add(new Violation("/options", "must be an object"));
        }
    }

    /** A whole number within limits. */
    int integer(String name, int otherwise, int least, int most) {
        JsonNode value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
            found.add(new Violation("/options/" + name, "must be a whole number from " + least + " to " + most));
            return otherwise;
        }
        return value.asInt();
    }

    /** Whether something is wanted; not, where it is not said. */
    boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            found.add(new Violation("/options/" + name, "must be true or false"));
        }
        return value != null && value.booleanValue();
    }

    /** A text that must be there. */
    String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            found.add(new Violation("/options/" + name, "is missing"));
            return "";
        }
        TaskInput.check(value, "/options/" + name, found);
        return value.asText();
    }

    /** Whether an option is given. */
    boolean has(String name) {
        return options.hasNonNull(name);
    }

    /** An array of some items, each as it is; empty where it is wrong. */
    List<JsonNode> items(String name, int least, int most) {
        JsonNode value = value(name);
        List<JsonNode> items = new ArrayList<>();
        if (value == null) {
            found.add(new Violation("/options/" + name, "is missing"));
        } else if (!value.isArray() || value.size() < least || value.size() > most) {
            found.add(new Violation("/options/" + name, "must be an array of " + least + " to " + most + " items"));
        } else {
            value.forEach(items::add);
        }
        return items;
    }

    /** An array of texts. */
    List<String> texts(String name, int least, int most) {
        List<JsonNode> items = items(name, least, most);
        for (int i = 0; i < items.size(); i++) {
            TaskInput.check(items.get(i), "/options/" + name + "/" + i, found);
        }
        return items.stream().map(JsonNode::asText).toList();
    }

    /** Says that an option is wrong. */
    void wrong(String pointer, String detail) {
        found.add(new Violation("/options/" + pointer, detail));
    }

    /** One of some words. */
    String word(String name, String otherwise, List<String> allowed) {
        JsonNode value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isTextual() || !allowed.contains(value.asText())) {
            found.add(new Violation("/options/" + name, "must be one of " + String.join(", ", allowed)));
            return otherwise;
        }
        return value.asText();
    }

    /** Reports every option that was not read. */
    void noOthers() {
        options.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String pointer = "/options/" + name.replace("~", "~0").replace("/", "~1");
                found.add(new Violation(pointer, "is no option of this task"));
            }
        });
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = options.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
