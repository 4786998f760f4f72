package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apps and what they may have, against a running core. */
class AppsIT {

    @TempDir
    static Path home;

    private static CoreProcess core;
    private static Client owner;

    @BeforeAll
    static void start() {
        core = CoreProcess.start(home);
        owner = core.owner();
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @Test
    void whoeverComesBackWhenToldIsLetIn() throws InterruptedException {
        long begin = System.nanoTime();
        Client session = owner.session("hurried", "ai:compute");
        owner.patch("/apps/hurried", Map.of("requests_per_minute", 60)).expect(200);
        Client.Reply reply = status(session);
        int passed = 0;
        while (reply.status() == 200) {
            passed++;
            reply = status(session);
        }

        long refilled = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
        assertThat(passed).isBetween(9, 12 + (int) refilled);
        assertThat(reply.expect(429).get("detail").asText()).contains("60 times a minute");
        Thread.sleep(1000L * retryAfter(reply));
        status(session).expect(200);
    }

    @Test
    void aSessionHasAShareOfItsOwn() {
        JsonNode app = register("shared", "ai:compute");
        owner.patch("/apps/shared", Map.of("session_requests_per_minute", 10)).expect(200);
        Client key = owner.as(app.get("api_key").asText());
        Client one = open(key);
        Client other = open(key);
        for (int i = 0; i < 10; i++) {
            status(one).expect(200);
        }

        Client.Reply refused = status(one);
        for (int slow = 0; slow < 10 && refused.status() == 200; slow++) {
            refused = status(one);
        }
        assertThat(retryAfter(refused)).isBetween(1, 6);
        status(other).expect(200);
    }

    @Test
    void theQuotaOfADayHoldsAndUnchangedRecordsTakeNothingOffIt() {
        Client session = owner.session("collector", "hinata:write");
        owner.patch("/apps/collector", Map.of("records_per_day", 4)).expect(200);

        submit(session, "a", "b").expect(202);
        submit(session, "a", "b").expect(202);
        Client.Reply refused = submit(session, "c", "d", "e");
        refused.expect(429);
        assertThat(retryAfter(refused)).isBetween(1, 24 * 3600);
        submit(session, "a", "b", "c", "d", "e").expect(422);
        submit(session, "c", "d").expect(202);
        submit(session, "e").expect(429);
        core.restart();
        Client again = core.reach(session);
        submit(again, "e").expect(429);
        owner = core.owner();
        owner.patch("/apps/collector", Map.of("records_per_day", 5)).expect(200);
        submit(again, "e").expect(202);
        owner.patch("/apps/collector", Map.of("bytes_per_day", 100)).expect(200);
        submit(again, "f").expect(429);
    }

    @Test
    void aGreedyAppDoesNotStarveAnother() throws Exception {
        Client greedy = owner.session("greedy", "ai:compute");
        Client modest = owner.session("modest", "ai:compute");
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger refused = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(40);
        List<Future<?>> asked = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                asked.add(threads.submit(() -> hammer(core.reach(greedy), enough, refused)));
            }
            Await.until("more is asked than may run at once", () -> refused.get() > 100);
            for (int i = 0; i < 20; i++) {
                long begin = System.nanoTime();
                status(modest).expect(200);
                assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(10));
            }
        } finally {
            enough.set(true);
            threads.shutdown();
        }
        for (Future<?> one : asked) {
            one.get();
        }
    }

    @Test
    void anOldKeyStaysGoodUntilItsEnd() throws Exception {
        String first = register("rotating", "ai:compute").get("api_key").asText();
        JsonNode second = owner.as(first)
                .post("/apps/rotating/key", Map.of("overlap_seconds", 3))
                .expect(200);
        assertThat(second.get("earlier_keys_until").asText()).isNotEmpty();

        open(owner.as(first));
        open(owner.as(second.get("api_key").asText()));
        Await.until(
                "the first key has ended",
                () -> owner.as(first).post("/sessions", Map.of()).status() == 401);
        String third = owner.post("/apps/rotating/key", Map.of("overlap_seconds", 0))
                .expect(200)
                .get("api_key")
                .asText();
        owner.as(second.get("api_key").asText()).post("/sessions", Map.of()).expect(401);
        String fourth = owner.post("/apps/rotating/key", Map.of())
                .expect(200)
                .get("api_key")
                .asText();
        open(owner.as(third));
        open(owner.as(fourth));
    }

    @Test
    void aPausedAppWaitsAndItsStreamEnds() {
        JsonNode app = register("pausing", "events:read");
        Client session = open(owner.as(app.get("api_key").asText()));
        EventReader reader = EventReader.open(session, null);

        owner.patch("/apps/pausing", Map.of("status", "paused")).expect(200);

        assertThat(reader.await("end").data().get("status").asInt()).isEqualTo(403);
        reader.await("(end)");
        session.get("/sessions/x").expect(403);
        owner.patch("/apps/pausing", Map.of("status", "active")).expect(200);
        session.get("/sessions/x").expect(404);
    }

    @Test
    void anAppAsksForMoreAndTheOwnerSays() {
        JsonNode app = register("growing", "ai:compute");
        Client key = owner.as(app.get("api_key").asText());
        key.patch("/apps/growing", Map.of("version", "2", "scopes", List.of("ai:compute", "hinata:write")))
                .expect(200);
        key.patch("/apps/growing", Map.of("requests_per_minute", 1_000_000)).expect(403);
        key.patch("/apps/growing", Map.of("status", "active")).expect(403);
        Client session = open(key);

        submit(session, "a").expect(403);
        owner.post("/apps/growing/approve", Map.of()).expect(200);
        submit(session, "a").expect(202);
        owner.patch("/apps/growing", Map.of("scopes", List.of("ai:compute"))).expect(200);
        submit(session, "b").expect(403);
    }

    @Test
    void theRecordsOfARemovedAppStayOrGoAsTheOwnerSays() {
        Client kept = owner.session("kept", "hinata:write");
        Client gone = owner.session("gone", "hinata:write");
        submit(kept, "keep-1", "keep-2").expect(202);
        submit(gone, "gone-1", "gone-2").expect(202);

        owner.delete("/apps/kept").expect(204);
        owner.delete("/apps/gone?records=maybe").expect(422);
        owner.delete("/apps/gone?records=delete").expect(204);

        owner.get("/hinata/keep-1").expect(200);
        owner.get("/hinata/gone-1").expect(404);
        assertThat(owner.post("/personalization/query", Map.of("question", "gone-2 lantern"))
                        .expect(200)
                        .get("results"))
                .noneMatch(hit -> hit.get("app_id").asText().equals("gone"));
        kept.get("/hinata").expect(401);
        owner.get("/apps/gone").expect(404);
        owner.delete("/apps/gone?records=delete").expect(404);
    }

    @Test
    void aOneTimeGrantOpensOneSession() {
        Client key = owner.as(register("guest").get("api_key").asText());
        key.post("/sessions", Map.of()).expect(403);
        JsonNode grant = owner.put(
                        "/users/owner/grants/guest", Map.of("scopes", List.of("hinata:write"), "one_time", true))
                .expect(200);
        assertThat(grant.get("one_time").asBoolean()).isTrue();

        Client session = open(key);

        assertThat(key.post("/sessions", Map.of()).expect(403).get("detail").asText())
                .contains("used up");
        submit(session, "a").expect(202);
        core.restart();
        owner = core.owner();
        core.reach(key).post("/sessions", Map.of()).expect(403);
        submit(core.reach(session), "b").expect(202);
    }

    private static void hammer(Client client, AtomicBoolean enough, AtomicInteger refused) {
        while (!enough.get()) {
            int status = status(client).status();
            assertThat(status).isIn(200, 429);
            refused.addAndGet(status == 429 ? 1 : 0);
        }
    }

    private static Client.Reply status(Client session) {
        return session.post("/ai/compute", Map.of("task", "language", "input", "lantern ".repeat(400)));
    }

    private static JsonNode register(String appId, String... scopes) {
        return owner.post("/apps", Map.of("app_id", appId, "name", appId, "version", "1", "scopes", scopes))
                .expect(201);
    }

    private static Client open(Client key) {
        return key.as(key.post("/sessions", Map.of()).expect(201).get("token").asText());
    }

    private static Client.Reply submit(Client session, String... ids) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (String id : ids) {
            records.add(Map.of(
                    "id", id,
                    "timestamp", "2026-11-20T10:00:00Z",
                    "source", "test",
                    "highlight", "The lantern of " + id,
                    "note", "",
                    "address", "",
                    "tag", List.of(),
                    "access", "shared"));
        }
        return session.post("/hinata", Map.of("records", records));
    }

    private static int retryAfter(Client.Reply reply) {
        return reply.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .map(header -> Integer.parseInt(header.getValue().get(0)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Retry-After: " + reply));
    }
}
