package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.byenatos.distribution.Client.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract says of good and bad input, against the running distribution. */
class ContractIT {

    @TempDir
    static Path home;

    private static CoreProcess core;
    private static Client owner;
    private static Client app;

    @BeforeAll
    static void start() {
        core = CoreProcess.start(home);
        owner = core.owner();
        app = owner.session("contract", "hinata:write", "hinata:read:own", "psp:read", "ai:compute");
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @Test
    void statusIsOpen() {
        JsonNode status = app.as(null).get("/status").expect(200);

        assertThat(status.get("ready").asBoolean()).isTrue();
        assertThat(status.get("modules"))
                .hasSize(5)
                .allSatisfy(module -> assertThat(module.get("state").asText()).isEqualTo("active"));
    }

    @Test
    void brokenJsonIs400() {
        problem(app.send("POST", "/hinata", "application/json", "{\"records\": [{"), 400);
        problem(app.send("POST", "/psp", "application/json", "{,}"), 400);
    }

    @Test
    void anUnknownMemberIs422WithItsName() {
        JsonNode problem = problem(app.post("/personalization/query", Map.of("question", "x", "limits", 3)), 422);

        assertThat(problem.get("errors").get(0).get("pointer").asText()).isEqualTo("/limits");
    }

    @Test
    void goodRecordsOfABatchAreKept() {
        Map<String, Object> misspelt = Records.record("misspelt", "text");
        misspelt.put("tags", List.of("lost"));
        Map<String, Object> incomplete = Records.record("incomplete", "text");
        incomplete.remove("note");
        Map<String, Object> late = Records.record("late", "text");
        late.put("timestamp", "yesterday");
        Map<String, Object> huge = Records.record("huge", "text");
        huge.put("note", "x".repeat(100_000));

        JsonNode receipt = app.post(
                        "/hinata",
                        Records.batch(
                                misspelt,
                                Records.record("good-1", "quince"),
                                incomplete,
                                late,
                                huge,
                                Records.record("good-2", "medlar")))
                .expect(200);

        assertThat(receipt.get("accepted").asInt()).isEqualTo(2);
        assertThat(receipt.get("rejected").findValuesAsText("id"))
                .containsExactly("misspelt", "incomplete", "late", "huge");
        assertThat(receipt.get("rejected").findValuesAsText("pointer"))
                .containsExactly("/tags", "/note", "/timestamp", "/note");
        assertThat(app.get("/hinata/good-1").expect(200).get("highlight").asText())
                .isEqualTo("quince");
        problem(app.get("/hinata/huge"), 404);
    }

    @Test
    void nineMebibytesAre413() {
        Map<String, Object> record = Records.record("big", "text");
        record.put("raw_data", "x".repeat(9 * 1024 * 1024));

        problem(app.post("/hinata", Records.batch(record)), 413);
    }

    @Test
    void aWrongContentTypeIs415() {
        problem(app.send("POST", "/hinata", "text/plain", "hello"), 415);
        problem(app.send("POST", "/psp", "application/xml", "<a/>"), 415);
    }

    @Test
    void aBadTokenIs401() {
        Reply reply = app.as("bys_guess").post("/psp", Map.of());

        problem(reply, 401);
        assertThat(reply.headers()).containsKey("www-authenticate");
        problem(app.as(null).post("/psp", Map.of()), 401);
    }

    @Test
    void anExpiredSessionIs401() throws Exception {
        JsonNode registered = owner.post(
                        "/apps",
                        Map.of("app_id", "short", "name", "Short", "version", "1", "scopes", List.of("psp:read")))
                .expect(201);
        JsonNode session = owner.as(registered.get("api_key").asText())
                .post("/sessions", Map.of("ttl_seconds", 3))
                .expect(201);
        Client expired = owner.as(session.get("token").asText());
        expired.post("/psp", Map.of()).expect(200);
        Await.until(
                "the session has ended", () -> expired.post("/psp", Map.of()).status() != 200);

        problem(expired.post("/psp", Map.of()), 401);
    }

    @Test
    void anotherAppsRecordIs404() {
        app.post("/hinata", Records.batch(Records.record("mine", "text"))).expect(200);
        Client other = owner.session("other", "hinata:write", "hinata:read:own");

        problem(other.get("/hinata/mine"), 404);
        problem(other.delete("/hinata/mine"), 404);
        app.get("/hinata/mine").expect(200);
    }

    @Test
    void aMissingScopeIs403AndNamed() {
        Client writer = owner.session("writer", "hinata:write");

        JsonNode problem = problem(writer.post("/psp", Map.of()), 403);

        assertThat(problem.get("detail").asText()).contains("psp:read").contains("writer");
    }

    @Test
    void aRevokedGrantEndsTheSessionAtOnce() {
        Client revoked = owner.session("revoked", "psp:read");
        revoked.post("/psp", Map.of()).expect(200);
        owner.delete("/users/owner/grants/revoked").expect(204);

        problem(revoked.post("/psp", Map.of()), 403);
    }

    @Test
    void usersAreApart() {
        owner.post("/users", Map.of("user_id", "mei")).expect(201);
        JsonNode registered = owner.post(
                        "/apps",
                        Map.of(
                                "app_id",
                                "apart",
                                "name",
                                "Apart",
                                "version",
                                "1",
                                "scopes",
                                List.of("hinata:write", "hinata:read")))
                .expect(201);
        Client key = owner.as(registered.get("api_key").asText());
        problem(key.post("/sessions", Map.of("user_id", "mei")), 403);
        owner.put("/users/mei/grants/apart", Map.of("scopes", List.of("hinata:write", "hinata:read")))
                .expect(200);
        Client mei = owner.as(key.post("/sessions", Map.of("user_id", "mei"))
                .expect(201)
                .get("token")
                .asText());
        Client self = owner.as(
                key.post("/sessions", Map.of()).expect(201).get("token").asText());
        mei.post("/hinata", Records.batch(Records.record("secret", "xylophone rehearsal")))
                .expect(200);

        assertThat(ask(mei, "xylophone")).isNotEmpty();
        assertThat(ask(self, "xylophone")).doesNotContain("secret");
        problem(self.get("/hinata/secret"), 404);
    }

    @Test
    void submittingAgainIsIdempotentAndChangesAreRevisions() {
        app.post("/hinata", Records.batch(Records.record("again", "first"))).expect(200);
        JsonNode same = app.post("/hinata", Records.batch(Records.record("again", "first")))
                .expect(200);
        JsonNode other = app.post("/hinata", Records.batch(Records.record("again", "second")))
                .expect(200);

        assertThat(same.get("unchanged").asInt()).isEqualTo(1);
        assertThat(other.get("revised").asInt()).isEqualTo(1);
        assertThat(app.get("/hinata/again").expect(200).get("revision").asInt()).isEqualTo(2);
        assertThat(app.get("/hinata/again/revisions")
                        .expect(200)
                        .get("items")
                        .get(0)
                        .get("highlight")
                        .asText())
                .isEqualTo("first");
    }

    @Test
    void aRecordIsFoundByItsWordsAsSoonAsItIsAcknowledged() {
        app.post("/hinata", Map.of("records", List.of(Records.record("fresh", "a wombat in the garden"))))
                .expect(202);

        assertThat(ask(app, "wombat")).contains("fresh");
        assertThat(app.delete("/hinata/fresh").status()).isEqualTo(204);
        assertThat(ask(app, "wombat")).doesNotContain("fresh");
    }

    @Test
    void listsPageWithoutLossOrRepetition() {
        Client pager = owner.session("pager", "hinata:write", "hinata:read:own");
        Object[] records = new Object[25];
        for (int i = 0; i < records.length; i++) {
            records[i] = Records.record("p" + i, "page me");
        }
        pager.post("/hinata", Records.batch(records)).expect(200);
        List<String> seen = new java.util.ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = pager.get("/hinata?limit=7" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200);
            page.get("items").forEach(item -> seen.add(item.get("id").asText()));
            cursor = page.get("next_cursor").isNull()
                    ? null
                    : page.get("next_cursor").asText();
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        problem(pager.get("/hinata?cursor=rubbish"), 422);
    }

    @Test
    void anAppWithoutTheOwnersTokenWaitsForApproval() {
        JsonNode pending = owner.as(null)
                .post(
                        "/apps",
                        Map.of("app_id", "guest", "name", "Guest", "version", "1", "scopes", List.of("psp:read")))
                .expect(201);
        assertThat(pending.get("status").asText()).isEqualTo("pending");
        Client guest = owner.as(pending.get("api_key").asText());
        problem(guest.post("/sessions", Map.of()), 403);

        owner.post("/apps/guest/approve", Map.of()).expect(200);

        guest.post("/sessions", Map.of()).expect(201);
    }

    @Test
    void aTakenIdentifierIs409AndIdempotencyKeyRepeatsTheAnswer() {
        Map<String, Object> body =
                Map.of("app_id", "taken", "name", "Taken", "version", "1", "scopes", List.of("psp:read"));
        owner.post("/apps", body).expect(201);

        problem(owner.post("/apps", body), 409);
    }

    @Test
    void tasksRunAndSayWhatIsMissing() {
        JsonNode counted = app.post("/ai/compute", Map.of("task", "count_tokens", "input", "hello world"))
                .expect(200);
        assertThat(counted.get("output").asInt()).isEqualTo(2);
        problem(app.post("/ai/compute", Map.of("task", "embed", "input", "hello", "model", "none")), 404);
        problem(app.post("/ai/compute", Map.of("task", "dance", "input", "x")), 422);
    }

    @Test
    void contextIsAMergePatchAndPersists() {
        JsonNode registered = owner.post(
                        "/apps", Map.of("app_id", "ctx", "name", "Ctx", "version", "1", "scopes", List.of("psp:read")))
                .expect(201);
        JsonNode session = owner.as(registered.get("api_key").asText())
                .post("/sessions", Map.of("context", Map.of("page", 1, "mode", "read")))
                .expect(201);
        Client self = owner.as(session.get("token").asText());
        String path = "/sessions/" + session.get("session_id").asText();

        JsonNode context = self.send("PATCH", path + "/context", "application/json", "{\"page\":2,\"mode\":null}")
                .expect(200);

        assertThat(context.toString()).isEqualTo("{\"page\":2}");
        assertThat(self.get(path).expect(200).get("context").toString()).isEqualTo("{\"page\":2}");
        problem(self.send("PATCH", path + "/context", "application/json", "[1]"), 422);
    }

    @Test
    void aJobIsVisible() {
        JsonNode receipt = app.post("/hinata", Map.of("records", List.of(Records.record("job", "a job"))))
                .expect(202);

        JsonNode job = app.get("/jobs/" + receipt.get("job_id").asText()).expect(200);

        assertThat(job.get("total").asInt()).isEqualTo(1);
        problem(
                owner.session("nosy", "hinata:write")
                        .get("/jobs/" + receipt.get("job_id").asText()),
                404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/patterns", "/preferences", "/learning/optimize", "/feedback", "/nothing"})
    void whatIsNotThereYetIs404(String path) {
        problem(app.post(path, Map.of()), 404);
    }

    @Test
    void aWrongMethodIs405() {
        Reply reply = app.delete("/psp");

        problem(reply, 405);
        assertThat(reply.headers().get("allow")).containsExactly("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"question\":\"\"}",
                "{\"question\":\"x\",\"limit\":0}",
                "{\"question\":\"x\",\"limit\":201}",
                "{\"question\":\"x\",\"min_score\":2}",
                "{\"question\":7}",
                "[]",
                "{\"question\":\"x\",\"filter\":{\"no\":1}}",
                "{\"question\":\"x\",\"filter\":{\"since\":\"May\"}}"
            })
    void badQuestionsAre422(String body) {
        problem(app.send("POST", "/personalization/query", "application/json", body), 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token_budget\":49}",
                "{\"encoding\":\"klingon\"}",
                "{\"format\":\"html\"}",
                "{\"layers\":[\"none\"]}"
            })
    void badPspRequestsAre422(String body) {
        problem(app.send("POST", "/psp", "application/json", body), 422);
    }

    @Test
    void foreignHostsAndOriginsAre403Everywhere() throws Exception {
        for (String path : List.of("/api/v1/status", "/health/ready", "/system/console/bundles")) {
            URI uri = core.address().resolve(path);
            assertThat(RawHttp.status(uri, "Host: evil.example")).as(path).isEqualTo(403);
            assertThat(RawHttp.status(uri, "Host: " + uri.getAuthority(), "Origin: https://evil.example"))
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(RawHttp.status(
                        core.address().resolve("/api/v1/status"),
                        "Host: " + core.address().getAuthority()))
                .isEqualTo(200);
    }

    @Test
    void theConsoleHasNoDefaultPassword() throws Exception {
        URI console = core.address().resolve("/system/console/bundles.json");
        String host = "Host: " + console.getAuthority();

        assertThat(RawHttp.status(console, host, "Authorization: Basic YWRtaW46YWRtaW4="))
                .isNotEqualTo(200);
        assertThat(RawHttp.status(console, host, "Authorization: Basic " + core.consoleCredentials()))
                .isEqualTo(200);
    }

    @Test
    void healthIsOpen() {
        HttpClient http = HttpClient.newHttpClient();
        Client nobody = new Client(http, core.address(), null);

        assertThat(nobody.get("/health/live").status()).isEqualTo(200);
        assertThat(nobody.get("/health/ready").status()).isEqualTo(200);
    }

    private static List<String> ask(Client client, String question) {
        return client.post("/personalization/query", Map.of("question", question, "limit", 50))
                .expect(200)
                .get("results")
                .findValuesAsText("id");
    }

    private static JsonNode problem(Reply reply, int status) {
        JsonNode body = reply.expect(status);
        assertThat(reply.headers().get("content-type").get(0)).startsWith("application/problem+json");
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("detail").asText()).isNotEmpty();
        return body;
    }
}
