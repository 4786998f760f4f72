package org.byenatos.gateway.rest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.hinata.Candidate;
import org.byenatos.api.hinata.HinataRecord;

/** Applies a JSON merge patch (RFC 7396) to the members of a record that an app hands in. Stateless. */
public final class RecordPatch {

    private RecordPatch() {}

    /**
     * The record with the patch applied.
     *
     * @throws InvalidInputException if the patch is no object, or what comes of it is no record
     */
    public static HinataRecord apply(HinataRecord record, Json patch) {
        if (!(tree(patch) instanceof ObjectNode changes)) {
            throw new InvalidInputException("", "must be an object");
        }
        ObjectNode target = members(record);
        merge(target, changes);
        Candidate candidate = RecordReader.read(0, target);
        HinataRecord patched = candidate.record();
        if (patched == null) {
            throw new InvalidInputException(candidate.violations());
        }
        return patched;
    }

    private static ObjectNode members(HinataRecord record) {
        ObjectNode node = Mappers.JSON.createObjectNode();
        node.put("id", record.id());
        node.put("timestamp", record.timestamp().toString());
        node.put("source", record.source());
        node.put("highlight", record.highlight());
        node.put("note", record.note());
        node.put("address", record.address());
        record.tag().forEach(node.putArray("tag")::add);
        node.put("access", record.access().word());
        if (record.author() != null) {
            node.put("author", record.author());
        }
        if (record.thread() != null) {
            node.put("thread", record.thread());
        }
        if (record.rawData() != null) {
            node.set("raw_data", tree(record.rawData()));
        }
        if (record.metadata() != null) {
            node.set("metadata", tree(record.metadata()));
        }
        return node;
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

    private static JsonNode tree(Json json) {
        try {
            return Mappers.JSON.readTree(json.text());
        } catch (JsonProcessingException wrong) {
            // The cause is left out: its message quotes the content.
            throw new InvalidInputException("", "is no well-formed JSON");
        }
    }
}
