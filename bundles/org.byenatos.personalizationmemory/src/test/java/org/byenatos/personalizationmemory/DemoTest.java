package org.byenatos.personalizationmemory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.psp.PspComponent;
import org.junit.jupiter.api.Test;

/** Three months of one person in five apps, as the release ships them, against what a memory should find in them. */
class DemoTest {

    private static final Path FOLDER = Path.of("../../config/demo");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** 50 statements when the rules were last looked over, one by one, none of them wrong. */
    private static final int MOST_STATEMENTS = 55;

    private final MemoryFixture fixture = new MemoryFixture();
    private final Map<String, HinataRecord> records = new HashMap<>();

    @Test
    void findsWhatThePersonSaysAndWhenItEnded() throws IOException {
        learn();
        List<JsonNode> expected = lines("expected-self");

        assertThat(expected).allSatisfy(line -> assertThat(found(line)).isNotEmpty());
        assertThat(expected)
                .filteredOn(line -> found(line).stream().noneMatch(component -> endsAsExpected(component, line)))
                .as("A plan to move ends with the first note from the new home; the list names the second of that day")
                .extracting(line -> line.get("statement_record").asText())
                .containsExactly("n-016");
    }

    @Test
    void findsLittleElse() throws IOException {
        learn();

        assertThat(fixture.stored().values())
                .filteredOn(component -> component.subject() != null)
                .hasSizeBetween(30, MOST_STATEMENTS);
    }

    private List<PspComponent> found(JsonNode line) {
        return fixture.stored().values().stream()
                .filter(component -> component
                                .evidence()
                                .get(0)
                                .ref()
                                .id()
                                .equals(line.get("statement_record").asText())
                        && component.type().word().equals(line.get("type").asText())
                        && component.layer().word().equals(line.get("layer").asText()))
                .toList();
    }

    private boolean endsAsExpected(PspComponent component, JsonNode line) {
        JsonNode end = line.get("valid_to_record");
        Instant expected = end.isNull() ? null : records.get(end.asText()).timestamp();
        return expected == null ? component.validTo() == null : expected.equals(component.validTo());
    }

    private void learn() throws IOException {
        List<StoredRecord> all = new ArrayList<>();
        for (String app : List.of("notes", "chat", "calendar", "browser", "reader")) {
            for (JsonNode line : lines(app)) {
                HinataRecord record = record(line);
                records.put(record.id(), record);
                all.add(Records.stored(app, record, 1));
            }
        }
        fixture.memory.learn(Records.USER, all);
    }

    private static List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(name + ".jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static HinataRecord record(JsonNode line) {
        List<String> tags = StreamSupport.stream(line.get("tag").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new HinataRecord(
                line.get("id").asText(),
                Instant.parse(line.get("timestamp").asText()),
                line.get("source").asText(),
                line.get("highlight").asText(),
                line.get("note").asText(),
                line.get("address").asText(),
                tags,
                Access.valueOf(line.get("access").asText().toUpperCase(Locale.ROOT)),
                line.hasNonNull("author") ? line.get("author").asText() : null,
                line.hasNonNull("thread") ? line.get("thread").asText() : null,
                null,
                null);
    }
}
