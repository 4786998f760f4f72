package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.datafilesystem.index.IndexFixture.USER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.datafilesystem.TestStores;
import org.byenatos.datafilesystem.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's questions to the demo's records, which span five apps and two languages, on the real database. */
class DemoRetrievalTest {
    private static final Path DEMO = Path.of("../../config/demo");
    private static final List<String> APPS = List.of("browser", "calendar", "chat", "notes", "reader");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void findsWhatTheQuestionsNeed(@TempDir Path folder) throws IOException {
        try (IndexFixture index = new IndexFixture();
                Store store = TestStores.open(folder, index.vault)) {
            for (String app : APPS) {
                List<HinataRecord> records =
                        lines(app).stream().map(DemoRetrievalTest::record).toList();
                store.hinata().submit(USER, app, records, UUID.randomUUID().toString());
            }
            IndexEngine engine = index.open(folder.resolve("index"), store.hinata());
            List<JsonNode> questions = new ArrayList<>(lines("questions"));
            questions.addAll(lines("extra-questions"));
            double first = recall(engine, questions, 1);
            double ten = recall(engine, questions, 10);
            engine.close();
            assertThat(first).as("recall of the first").isGreaterThanOrEqualTo(0.75);
            assertThat(ten).as("recall among ten").isGreaterThanOrEqualTo(0.95);
        }
    }

    private static double recall(IndexEngine engine, List<JsonNode> questions, int limit) {
        double sum = 0;
        for (JsonNode question : questions) {
            List<String> found = IndexFixture.ids(engine.search(IndexFixture.request(
                    question.get("question").asText(), limit, RecordFilter.NONE, Visibility.EVERYTHING)));
            List<String> evidence = new ArrayList<>();
            question.get("evidence").forEach(id -> evidence.add(id.asText()));
            sum += (double) evidence.stream().filter(found::contains).count() / evidence.size();
        }
        return sum / questions.size();
    }

    private static List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(DEMO.resolve(name + ".jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static HinataRecord record(JsonNode json) {
        List<String> tags = new ArrayList<>();
        json.get("tag").forEach(tag -> tags.add(tag.asText()));
        return new HinataRecord(
                json.get("id").asText(),
                Instant.parse(json.get("timestamp").asText()),
                json.get("source").asText(),
                json.get("highlight").asText(),
                json.get("note").asText(),
                json.get("address").asText(),
                tags,
                Access.valueOf(json.get("access").asText().toUpperCase(java.util.Locale.ROOT)),
                json.path("author").textValue(),
                json.path("thread").textValue(),
                null,
                null);
    }
}
