package org.byenatos.applifecycle.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.byenatos.api.app.Scope;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.state.StateKey;
import org.jspecify.annotations.Nullable;

/** A document while it is written or read: members by name. Confined to one thread. */
final class Document {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String what;
    private final ObjectNode node;

    private Document(String what, ObjectNode node) {
        this.what = what;
        this.node = node;
    }

    /** A document to be written. */
    static Document empty() {
        return new Document("new", MAPPER.createObjectNode());
    }

    /** A document that was read. */
    static Document of(StateKey key, Json json) {
        try {
            if (MAPPER.readTree(json.text()) instanceof ObjectNode object) {
                return new Document(key.collection(), object);
            }
        } catch (JsonProcessingException damaged) {
            // The cause is left out: its message quotes the content.
        }
        throw damaged(key.collection());
    }

    Document put(String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
        return this;
    }

    Document put(String name, long value) {
        node.put(name, value);
        return this;
    }

    Document put(String name, Document value) {
        node.set(name, value.node);
        return this;
    }

    Document put(String name, List<EarlierKey> keys) {
        var array = node.putArray(name);
        keys.forEach(key -> array.addObject()
                .put("hash", key.hash())
                .put("until", key.until().toString()));
        return this;
    }

    Document put(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    Document put(String name, @Nullable Instant value) {
        return put(name, value == null ? null : value.toString());
    }

    Document put(String name, Set<Scope> scopes) {
        var array = node.putArray(name);
        scopes.stream().map(Scope::word).sorted().forEach(array::add);
        return this;
    }

    Document putTexts(String name, Set<String> texts) {
        var array = node.putArray(name);
        texts.stream().sorted().forEach(array::add);
        return this;
    }

    Json json() {
        return new Json(node.toString());
    }

    String text(String name) {
        String value = textOrNull(name);
        if (value == null) {
            throw damaged(what);
        }
        return value;
    }

    @Nullable
    String textOrNull(String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    int integer(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.canConvertToInt()) {
            throw damaged(what);
        }
        return value.intValue();
    }

    long longInteger(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.canConvertToLong()) {
            throw damaged(what);
        }
        return value.longValue();
    }

    Document object(String name) {
        if (node.get(name) instanceof ObjectNode inner) {
            return new Document(what, inner);
        }
        throw damaged(what);
    }

    List<EarlierKey> keys(String name) {
        List<EarlierKey> keys = new ArrayList<>();
        for (JsonNode key : node.path(name)) {
            if (key instanceof ObjectNode inner) {
                Document document = new Document(what, inner);
                keys.add(new EarlierKey(document.text("hash"), document.time("until")));
            }
        }
        return keys;
    }

    /** None if there is no such member, as in documents of earlier versions. */
    Set<String> texts(String name) {
        Set<String> texts = new TreeSet<>();
        node.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    Instant time(String name) {
        Instant value = timeOrNull(name);
        if (value == null) {
            throw damaged(what);
        }
        return value;
    }

    @Nullable
    Instant timeOrNull(String name) {
        String text = textOrNull(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw damaged(what);
        }
    }

    /** Scopes; words of a later version are left out. */
    Set<Scope> scopes(String name) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (JsonNode word : node.path(name)) {
            Scope.of(word.asText()).ifPresent(scopes::add);
        }
        return Set.copyOf(scopes);
    }

    private static StorageException damaged(String collection) {
        return new StorageException(
                "A document of the collection " + collection + " is damaged; restore the data from a backup.");
    }
}
