package org.byenatos.datafilesystem.upkeep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.byenatos.api.common.Json;

/** What a job came to, while it is put together. Confined to one thread. */
final class Results {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_TEXTS = 10;
    private static final int MOST_CHARACTERS = 200;

    private final ObjectNode node = MAPPER.createObjectNode();

    Results put(String name, long value) {
        node.put(name, value);
        return this;
    }

    Results put(String name, String value) {
        node.put(name, value);
        return this;
    }

    Results put(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    Results put(String name, Map<String, Long> counts) {
        ObjectNode inner = node.putObject(name);
        counts.forEach(inner::put);
        return this;
    }

    /** The first of some texts, and how many there are. */
    Results put(String name, List<String> texts) {
        ArrayNode array = node.putArray(name);
        texts.stream()
                .limit(MOST_TEXTS)
                .map(text -> text.substring(0, Math.min(text.length(), MOST_CHARACTERS)))
                .forEach(array::add);
        node.put(name + "_count", texts.size());
        return this;
    }

    Json json() {
        return new Json(node.toString());
    }
}
