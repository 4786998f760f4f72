package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the demo's records: submit, ask, PSP; then a restart; then a look at what lies on disk. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {

    @TempDir
    static Path home;

    private static CoreProcess core;
    private static Client assistant;

    @BeforeAll
    static void liveThreeMonths() throws Exception {
        core = CoreProcess.start(home);
        core.awaitModel();
        Client owner = core.owner();
        for (String app : Records.DEMO_APPS) {
            Client session = owner.session("demo." + app, "hinata:write", "hinata:read:own");
            JsonNode receipt = session.send("POST", "/hinata?wait=enriched", "application/x-ndjson", Records.demo(app))
                    .expect(200);
            assertThat(receipt.get("rejected")).isEmpty();
            assertThat(receipt.get("accepted").asInt()).isGreaterThan(20);
        }
        assistant = owner.session("assistant", "hinata:read", "psp:read", "ai:compute");
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @Test
    @Order(1)
    void findsTheEvidence() {
        for (JsonNode question : Records.demoLines("questions")) {
            assertThat(ask(question.get("question").asText(), 5))
                    .as(question.get("question").asText())
                    .containsAll(texts(question.get("evidence")));
        }
    }

    @Test
    @Order(1)
    void findsMostEvidenceOfTheHarderQuestions() {
        List<JsonNode> questions = Records.demoLines("extra-questions");
        long found = questions.stream()
                .filter(question ->
                        ask(question.get("question").asText(), 5).containsAll(texts(question.get("evidence"))))
                .count();

        assertThat(found).isGreaterThanOrEqualTo(questions.size() - 3);
    }

    @Test
    @Order(1)
    void thePspKeepsItsBudgetAndLeadsToItsEvidence() {
        for (int budget : new int[] {60, 200, 800, 2000}) {
            JsonNode psp = assistant
                    .post("/psp", Map.of("question", "What should I cook tonight?", "token_budget", budget))
                    .expect(200);
            assertThat(psp.get("tokens").asInt()).isBetween(1, budget);
            psp.get("components")
                    .forEach(part -> assertThat(part.get("evidence")).isNotEmpty());
        }
    }

    @Test
    @Order(1)
    void thePspKnowsThePresentAndNotThePast() {
        String text = assistant
                .post("/psp", Map.of("token_budget", 2000))
                .expect(200)
                .get("text")
                .asText();

        assertThat(text).containsAnyOf("Utrecht", "乌得勒支").doesNotContain("I live in Leipzig");
    }

    @Test
    @Order(1)
    void anEnhancementKeepsItsBudget() {
        for (int budget : new int[] {100, 350, 1400}) {
            JsonNode both = assistant
                    .post("/enhancement", Map.of("question", "半程马拉松", "token_budget", budget, "limit", 50))
                    .expect(200);
            assertThat(both.get("tokens").asInt()).isLessThanOrEqualTo(budget);
        }
    }

    @Test
    @Order(1)
    void restrictedRecordsStayWithTheirApp() {
        JsonNode results = assistant
                .post("/personalization/query", Map.of("question", "bank account iban", "limit", 200))
                .expect(200)
                .get("results");
        List<String> restricted = Records.DEMO_APPS.stream()
                .flatMap(app -> Records.demoLines(app).stream())
                .filter(record -> List.of("restricted", "private")
                        .contains(record.get("access").asText()))
                .map(record -> record.get("id").asText())
                .toList();

        assertThat(restricted).isNotEmpty();
        assertThat(results).allSatisfy(hit -> assertThat(restricted)
                .doesNotContain(hit.get("id").asText()));
    }

    @Test
    @Order(2)
    void everythingIsThereAfterARestart() throws Exception {
        List<String> before = ask("Which street in Utrecht do we live on now?", 10);
        core.restart();
        core.awaitModel();

        assertThat(assistantAgain()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void nothingOnDiskCanBeRead() throws IOException {
        core.close();
        List<byte[]> secrets = new ArrayList<>();
        for (String app : Records.DEMO_APPS) {
            for (JsonNode record : Records.demoLines(app)) {
                String text =
                        record.get("highlight").asText() + record.get("note").asText();
                secrets.add(text.substring(0, Math.min(24, text.length())).getBytes(StandardCharsets.UTF_8));
                secrets.add(text.substring(0, Math.min(24, text.length())).getBytes(StandardCharsets.UTF_16BE));
            }
        }
        int files = 0;
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                assertThat(plaintextIn(Files.readAllBytes(file), secrets))
                        .as(file.toString())
                        .isFalse();
            }
        }
        assertThat(files).isGreaterThan(10);
    }

    private static List<String> assistantAgain() {
        return ask("Which street in Utrecht do we live on now?", 10);
    }

    /** Looks for all secrets in one pass, by their first four bytes: a home has files of many megabytes. */
    private static boolean plaintextIn(byte[] file, List<byte[]> secrets) {
        boolean[] beginnings = new boolean[1 << 16];
        secrets.forEach(secret -> beginnings[beginning(secret, 0)] = true);
        for (int at = 0; at <= file.length - Integer.BYTES; at++) {
            if (beginnings[beginning(file, at)]) {
                for (byte[] secret : secrets) {
                    if (isAt(file, at, secret)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What is the same for the same four bytes, and seldom for others. */
    private static int beginning(byte[] bytes, int at) {
        int four = bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
        return four * 0x9E3779B9 >>> 16;
    }

    private static boolean isAt(byte[] file, int from, byte[] secret) {
        int to = from + secret.length;
        return to <= file.length && Arrays.equals(file, from, to, secret, 0, secret.length);
    }

    private static List<String> ask(String question, int limit) {
        JsonNode results = assistant
                .post("/personalization/query", Map.of("question", question, "limit", limit))
                .expect(200)
                .get("results");
        List<String> ids = new ArrayList<>();
        results.forEach(hit -> ids.add(hit.get("id").asText()));
        return ids;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
