package org.byenatos.security.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.api.security.AuditRecord;
import org.jspecify.annotations.Nullable;

/** Lines of the audit log as JSON. Thread-safe. */
final class LineCodec {

    private final JsonFactory json = new JsonFactory();

    /**
     * What ties a line to the one before.
     *
     * @param sequence its number
     * @param previous the hash of the line before
     */
    record Link(long sequence, String previous) {}

    /** The line that follows a point, without its end. */
    byte[] encode(ChainPoint last, AuditEntry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(300);
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeNumberField("seq", last.sequence() + 1);
            generator.writeStringField("at", entry.at().toString());
            generator.writeStringField("actor", entry.actor());
            writeIfPresent(generator, "user", entry.userId());
            generator.writeStringField("action", entry.action());
            writeIfPresent(generator, "scope", entry.scope());
            generator.writeNumberField("count", entry.count());
            generator.writeStringField("outcome", entry.outcome());
            generator.writeStringField("prev", last.hash());
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The link of a line; empty if the bytes are no line of an audit log. */
    Optional<Link> link(byte[] line) {
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Link link = readLink(parser);
            return parser.nextToken() == null ? Optional.ofNullable(link) : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** What a line says; empty if the bytes are no line of an audit log. */
    Optional<AuditRecord> record(byte[] line) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = json.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, parser.getText());
            }
            return Optional.of(record(members));
        } catch (IOException | DateTimeException | NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private static AuditRecord record(Map<String, String> members) {
        AuditEntry entry = new AuditEntry(
                Instant.parse(members.getOrDefault("at", "")),
                members.getOrDefault("actor", ""),
                members.get("user"),
                members.getOrDefault("action", ""),
                members.get("scope"),
                Integer.parseInt(members.getOrDefault("count", "")),
                members.getOrDefault("outcome", ""));
        return new AuditRecord(Long.parseLong(members.getOrDefault("seq", "")), entry);
    }

    private static @Nullable Link readLink(JsonParser parser) throws IOException {
        long sequence = 0;
        String previous = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if ("seq".equals(name) && value == JsonToken.VALUE_NUMBER_INT) {
                sequence = parser.getLongValue();
            } else if ("prev".equals(name) && value == JsonToken.VALUE_STRING) {
                previous = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return sequence > 0 && previous != null ? new Link(sequence, previous) : null;
    }

    private static void writeIfPresent(JsonGenerator generator, String name, @Nullable String value)
            throws IOException {
        if (value != null) {
            generator.writeStringField(name, value);
        }
    }
}
