package org.byenatos.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records for tests: made here, or the demo's. */
final class Records {

    /** The five kinds of app of the demo. */
    static final List<String> DEMO_APPS = List.of("reader", "browser", "notes", "chat", "calendar");

    private Records() {}

    static Map<String, Object> record(String id, String highlight) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("timestamp", "2026-09-01T10:00:00Z");
        record.put("source", "test");
        record.put("highlight", highlight);
        record.put("note", "");
        record.put("address", "test:" + id);
        record.put("tag", List.of());
        record.put("access", "shared");
        return record;
    }

    static Map<String, Object> batch(Object... records) {
        return Map.of("records", records, "wait", "enriched");
    }

    static String demo(String file) {
        try {
            return Files.readString(demoFile(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static List<JsonNode> demoLines(String file) {
        return demo(file).lines().map(Records::parse).toList();
    }

    private static Path demoFile(String file) {
        return Distribution.FOLDER.resolve("conf").resolve("demo").resolve(file + ".jsonl");
    }

    private static JsonNode parse(String line) {
        try {
            return Client.JSON.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
