package org.byenatos.applifecycle.ipc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.state.StateKey;
import org.jspecify.annotations.Nullable;

/** The form of an event's document. Stateless. */
final class EntryDocument {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EntryDocument() {}

    static Json of(Entry entry) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("at", entry.at().toString());
        node.put("topic", entry.topic());
        put(node, "app_id", entry.appId());
        put(node, "to_app", entry.toApp());
        node.put("payload", entry.payload().text());
        if (!entry.records().isEmpty()) {
            var records = node.putArray("records");
            entry.records().forEach(subject -> records.addObject()
                    .put("app_id", subject.ref().appId())
                    .put("id", subject.ref().id())
                    .put("access", subject.access().name()));
        }
        return new Json(node.toString());
    }

    static Entry read(StateKey key, Json json) {
        try {
            JsonNode node = MAPPER.readTree(json.text());
            List<CoreEvent.Subject> records = new ArrayList<>();
            node.path("records")
                    .forEach(record -> records.add(new CoreEvent.Subject(
                            new RecordRef(
                                    record.path("app_id").asText(),
                                    record.path("id").asText()),
                            Access.valueOf(record.path("access").asText()))));
            return new Entry(
                    Long.parseLong(key.id()),
                    Instant.parse(node.path("at").asText()),
                    node.path("topic").asText(),
                    key.userId(),
                    text(node, "app_id"),
                    text(node, "to_app"),
                    new Json(node.path("payload").asText()),
                    records);
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException damaged) {
            // The cause is left out: its message quotes the content.
            throw new StorageException("A kept event is damaged; restore the data from a backup.");
        }
    }

    /** The form of a position. */
    static Json position(long seq, boolean open) {
        return new Json(
                MAPPER.createObjectNode().put("seq", seq).put("open", open).toString());
    }

    static long seq(Json position) {
        return node(position).path("seq").asLong();
    }

    static boolean open(Json position) {
        return node(position).path("open").asBoolean();
    }

    private static JsonNode node(Json json) {
        try {
            return MAPPER.readTree(json.text());
        } catch (JsonProcessingException damaged) {
            throw new StorageException("The position of events is damaged; restore the data from a backup.");
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }
}
