package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.byenatos.distribution.CoreProcess.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running distribution takes care of what it keeps: export, import, erasure, the bin, backup and restore. */
class UpkeepIT {

    @TempDir
    static Path folder;

    private static CoreProcess core;
    private static Client owner;
    private static Client key;

    @BeforeAll
    static void start() {
        core = CoreProcess.start(folder.resolve("home"));
        owner = core.owner();
        JsonNode app = owner.post("/apps", Map.of("app_id", "up", "name", "Up", "version", "1", "scopes", List.of()))
                .expect(201);
        key = owner.as(app.get("api_key").asText());
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @Test
    void anExportIsTheSameAfterItsImport() throws Exception {
        Client ada = user("ada");
        live(session("ada"));
        user("grace");
        String export = owner.get("/users/ada/export").expect(200).asText();

        JsonNode job = importAs("grace", export);
        JsonNode again = importAs("grace", export);

        assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
        assertThat(job.get("result").get("stored").asInt()).isGreaterThan(3);
        assertThat(again.get("result").has("kept")).isFalse();
        assertThat(content(owner.get("/users/grace/export").expect(200).asText()))
                .isEqualTo(content(export));
        assertThat(export.lines().findFirst().orElseThrow()).contains("\"type\":\"header\"", "\"version\":1");
        assertThat(export.strip().lines().reduce((a, b) -> b).orElseThrow()).isEqualTo("{\"type\":\"end\"}");
        assertThat(ada.get("/users/ada/export").expect(200).asText()).contains("lighthouse");
        assertThat(session("grace")
                        .post("/personalization/query", Map.of("question", "lighthouse"))
                        .expect(200)
                        .get("results"))
                .isNotEmpty();
    }

    @Test
    void aCompressedExportIsTheSameAfterItsImport() throws Exception {
        user("lovelace");
        live(session("lovelace"));
        user("babbage");
        String plain = owner.get("/users/lovelace/export").expect(200).asText();

        HttpResponse<byte[]> file = bytes("GET", "/users/lovelace/export?compression=lz4", new byte[0]);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/x-lz4");
        assertThat(file.body()).startsWith(0x04, 0x22, 0x4D, 0x18).hasSizeLessThan(plain.length());
        HttpResponse<byte[]> accepted = bytes("POST", "/users/babbage/import", file.body());
        assertThat(accepted.statusCode()).isEqualTo(202);
        JsonNode job = finished(Client.JSON.readTree(accepted.body()));

        assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
        assertThat(content(owner.get("/users/babbage/export").expect(200).asText()))
                .isEqualTo(content(plain));
    }

    @Test
    void anErasedUserIsGoneAndBackupsHoldNoiseOfThem() throws Exception {
        Client turing = user("turing");
        Client session = session("turing");
        live(session);
        Path file = folder.resolve("before.backup");
        Ran backup = script("backup", file.toString());
        assertThat(backup.status()).as(backup.output()).isZero();
        assertThat(backup.output()).contains("sha256");

        JsonNode receipt = turing.delete("/users/turing").expect(200);

        assertThat(receipt.get("key_destroyed").asBoolean()).isTrue();
        assertThat(receipt.get("counts").get("records").asInt()).isEqualTo(2);
        turing.get("/hinata").expect(401);
        session.get("/hinata").expect(401);
        owner.delete("/users/turing").expect(404);
        Ran restore = script("restore", file.toString());
        assertThat(restore.status()).as(restore.output()).isZero();
        assertThat(restore.output()).contains("turing");
        owner.get("/users/turing/export").expect(404);
        assertThat(owner.get("/users").expect(200).toString()).doesNotContain("turing");
        Ran verified = script("verify");
        assertThat(verified.status()).as(verified.output()).isZero();
    }

    @Test
    void aRecordIsPatchedBinnedAndRestored() {
        user("hopper");
        Client session = session("hopper");
        live(session);

        session.patch("/hinata/one", Map.of("note", "patched", "metadata", Map.of("page", 7)))
                .expect(202);
        assertThat(session.get("/hinata/one").expect(200).get("note").asText()).isEqualTo("patched");
        assertThat(session.get("/hinata/one/revisions").expect(200).get("items"))
                .hasSize(1);
        session.patch("/hinata/one", Map.of("nota", "x")).expect(422);
        session.patch("/hinata/one", Map.of("id", "two")).expect(422);
        session.patch("/hinata/none", Map.of("note", "x")).expect(404);

        session.delete("/hinata/one?mode=soft").expect(204);
        session.get("/hinata/one").expect(404);
        assertThat(session.get("/bin").expect(200).get("items").findValuesAsText("note"))
                .containsExactly("patched");
        session.post("/hinata/one/restore", Map.of()).expect(204);
        assertThat(session.get("/hinata/one").expect(200).get("revision").asInt())
                .isEqualTo(2);
        session.delete("/hinata/one").expect(204);
        session.post("/hinata/one/restore", Map.of()).expect(404);
    }

    @Test
    void compactionAndExaminationAreJobs() {
        for (String task : List.of("compact", "verify")) {
            JsonNode job = finished(owner.post("/" + task, Map.of()).expect(202));
            assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
            assertThat(job.get("done").asInt()).isEqualTo(job.get("total").asInt());
        }
        owner.post("/backup", Map.of("file", "relative")).expect(422);
        owner.post("/restore", Map.of("file", folder.resolve("none").toString()))
                .expect(422);
    }

    private static void live(Client session) {
        session.post(
                        "/hinata",
                        Map.of(
                                "records",
                                List.of(
                                        Records.record("one", "I'm allergic to nuts."),
                                        Records.record("two", "the lighthouse keeper")),
                                "wait",
                                "enriched"))
                .expect(200);
    }

    private static Client user(String id) {
        return owner.as(owner.post("/users", Map.of("user_id", id))
                .expect(201)
                .get("user_token")
                .asText());
    }

    private static Client session(String user) {
        owner.put("/users/" + user + "/grants/up", Map.of("scopes", List.of("hinata:write", "hinata:read", "psp:read")))
                .expect(200);
        return owner.as(key.post("/sessions", Map.of("user_id", user))
                .expect(201)
                .get("token")
                .asText());
    }

    private static JsonNode importAs(String user, String export) {
        return finished(owner.send("POST", "/users/" + user + "/import", "application/x-ndjson", export)
                .expect(202));
    }

    private static HttpResponse<byte[]> bytes(String method, String path, byte[] body) throws Exception {
        return owner.http()
                .send(
                        HttpRequest.newBuilder(owner.base().resolve("/api/v1" + path))
                                .header("Authorization", "Bearer " + owner.token())
                                .header("Content-Type", "application/x-lz4")
                                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonNode finished(JsonNode job) {
        JsonNode now = job;
        while (now.get("finished_at") == null || now.get("finished_at").isNull()) {
            sleep();
            now = owner.get("/jobs/" + job.get("job_id").asText()).expect(200);
        }
        return now;
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is of the person, without when and of whom the export is and what is of the moment. */
    private static List<String> content(String export) {
        return export.lines()
                .filter(line -> !line.contains("\"type\":\"header\"") && !line.contains("\"type\":\"document\""))
                .sorted()
                .toList();
    }

    private static Ran script(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve("home").toString(), "--port", Integer.toString(core.port())));
        return CoreProcess.script(Distribution.FOLDER, Map.of(), all.toArray(String[]::new));
    }
}
