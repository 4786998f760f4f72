package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Messages and event streams of a running core. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EventsIT {

    /** Far less than a stream's next heartbeat or a session's end, and enough for a slow machine. */
    private static final long AT_ONCE = TimeUnit.SECONDS.toNanos(10);

    private static final long PATIENCE = Await.PATIENCE.toMillis();

    @TempDir
    static Path folder;

    private static CoreProcess core;
    private static Client owner;
    private static Client reader;
    private static Client writer;

    @BeforeAll
    static void start() {
        Path distribution = folder.resolve("byenatos");
        Distribution.copyTo(distribution);
        core = CoreProcess.start(distribution, folder.resolve("home"));
        owner = core.owner();
        reader = owner.session("reader", "events:read", "hinata:read", "psp:read");
        writer = owner.session("writer", "messages:write", "hinata:write", "events:read");
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @Test
    @Order(1)
    void aMessageReachesAnotherAppAtOnce() {
        try (EventReader stream = EventReader.open(reader, null);
                EventReader person = EventReader.open(owner, null)) {
            long begin = System.nanoTime();
            String id = send("notes.opened", Map.of("page", 3));
            EventReader.Told told = stream.await("notes.opened");
            assertThat(System.nanoTime() - begin).isLessThan(AT_ONCE);

            assertThat(told.id()).isEqualTo(id);
            assertThat(told.data().get("app_id").asText()).isEqualTo("writer");
            assertThat(told.data().get("payload").get("page").asInt()).isEqualTo(3);
            assertThat(person.await("notes.opened").id()).isEqualTo(id);
        }
        reader.post("/messages", Map.of("topic", "notes.opened", "payload", 1)).expect(403);
        writer.post("/messages", Map.of("topic", "psp.updated", "payload", 1)).expect(422);
        writer.post("/messages", Map.of("topic", "notes.opened", "payload", 1, "to_app", "nobody"))
                .expect(404);
        owner.as(null).post("/messages", Map.of("topic", "notes.opened")).expect(401);
    }

    @Test
    @Order(1)
    void whatIsEnrichedIsToldToThoseWhoMayReadIt() {
        Client stranger = owner.session("stranger", "events:read", "hinata:read:own");
        try (EventReader all = EventReader.open(reader, null);
                EventReader none = EventReader.open(stranger, null)) {
            submit("shared-1", "shared");
            assertThat(all.await("hinata.enriched").data().get("payload").toString())
                    .contains("shared-1");
            submit("private-1", "private");
            send("notes.marker", 1);
            all.await("notes.marker");
            List<String> before = new ArrayList<>();
            EventReader.Told next = none.next(PATIENCE);
            while (next != null && !next.topic().equals("notes.marker")) {
                before.add(next.topic());
                next = none.next(PATIENCE);
            }
            assertThat(next).isNotNull();
            assertThat(before).doesNotContain("hinata.enriched", "hinata.stored");
        }
    }

    @Test
    @Order(1)
    void aRevokedGrantEndsTheStreamAndRefusesTheNextRequest() {
        Client session = owner.session("leaving", "events:read", "hinata:read");
        EventReader stream = EventReader.open(session, null);
        long begin = System.nanoTime();

        owner.delete("/users/owner/grants/leaving").expect(204);

        session.get("/hinata").expect(403);
        assertThat(stream.await("end").data().get("status").asInt()).isEqualTo(403);
        stream.await("(end)");
        assertThat(System.nanoTime() - begin).isLessThan(AT_ONCE);
        assertThat(EventReader.connect(session, null, 0).status()).isEqualTo(403);
    }

    @Test
    @Order(1)
    void aClosedAndAnExpiredSessionEndTheStream() {
        String key = owner.post(
                        "/apps",
                        Map.of("app_id", "brief", "name", "b", "version", "1", "scopes", List.of("events:read")))
                .expect(201)
                .get("api_key")
                .asText();
        var closing = owner.as(key).post("/sessions", Map.of()).expect(201);
        var expiring = owner.as(key).post("/sessions", Map.of("ttl_seconds", 3)).expect(201);
        try (EventReader app = EventReader.open(owner.as(key), null);
                EventReader one = EventReader.open(owner.as(closing.get("token").asText()), null);
                EventReader other =
                        EventReader.open(owner.as(expiring.get("token").asText()), null)) {
            owner.as(key)
                    .delete("/sessions/" + closing.get("session_id").asText())
                    .expect(204);
            assertThat(one.await("end").data().get("status").asInt()).isEqualTo(401);
            assertThat(other.await("end").data().get("status").asInt()).isEqualTo(401);
            assertThat(app.await("session.closed").data().get("payload").get("session_id"))
                    .isEqualTo(closing.get("session_id"));
        }
    }

    @Test
    @Order(1)
    void aSlowReaderIsToldOfAGap() {
        EventReader slow = EventReader.connect(reader, null, 4_096);
        String large = "x".repeat(60_000);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            ids.add(send("notes.large", large));
        }

        slow.start();
        assertThat(slow.await("gap").data().get("detail").asText()).contains("lost");
        EventReader.Told told = slow.await("notes.large");
        List<String> after = new ArrayList<>();
        while (told != null && !told.id().equals(ids.get(ids.size() - 1))) {
            after.add(told.id());
            told = slow.next(PATIENCE);
        }
        after.add(ids.get(ids.size() - 1));
        assertThat(told).isNotNull();
        assertThat(ids.subList(ids.size() - after.size(), ids.size())).isEqualTo(after);
        slow.close();
    }

    @Test
    @Order(2)
    void aSwapOfTheGatewayEndsStreamsInGoodOrderAndReadersGoOn() throws Exception {
        String symbolicName = "org.byenatos.gateway.rest";
        EventReader stream = EventReader.open(reader, null);
        send("notes.before", 1);
        stream.await("notes.before");
        core.drop(symbolicName, "0.1.0.swapped");

        stream.await("(end)");
        send("notes.meanwhile", 2);
        try (EventReader again = EventReader.open(reader, stream.lastId())) {
            assertThat(again.next(PATIENCE).topic()).isEqualTo("notes.meanwhile");
            send("notes.after", 3);
            again.await("notes.after");
        }
    }

    @Test
    @Order(3)
    void aRestartLosesNothing() {
        EventReader stream = EventReader.open(reader, null);
        send("notes.first", 1);
        stream.await("notes.first");
        stream.close();
        send("notes.second", 2);

        core.restart();
        reader = core.reach(reader);
        writer = core.reach(writer);
        send("notes.third", 3);

        try (EventReader again = EventReader.open(reader, stream.lastId())) {
            assertThat(again.next(PATIENCE).topic()).isEqualTo("notes.second");
            assertThat(again.next(PATIENCE).topic()).isEqualTo("notes.third");
        }
    }

    @Test
    @Order(4)
    void aPowerCutLosesNoMessageAndIsToldOf() {
        EventReader stream = EventReader.open(reader, null);
        send("notes.first", 1);
        stream.await("notes.first");
        stream.close();
        send("notes.second", 2);
        core.kill();
        core = CoreProcess.start(folder.resolve("byenatos"), folder.resolve("home"));
        reader = core.reach(reader);

        try (EventReader again = EventReader.open(reader, stream.lastId())) {
            assertThat(again.next(PATIENCE).topic()).isEqualTo("notes.second");
            assertThat(again.next(PATIENCE).topic()).isEqualTo("gap");
            assertThat(again.next(1_000)).isNull();
        }
    }

    private static String send(String topic, Object payload) {
        return writer.post("/messages", Map.of("topic", topic, "payload", payload))
                .expect(202)
                .get("id")
                .asText();
    }

    private static void submit(String id, String access) {
        writer.post(
                        "/hinata",
                        Map.of(
                                "records",
                                List.of(Map.of(
                                        "id",
                                        id,
                                        "timestamp",
                                        "2026-11-20T10:00:00Z",
                                        "source",
                                        "test",
                                        "highlight",
                                        "The lantern of " + id,
                                        "note",
                                        "",
                                        "address",
                                        "",
                                        "tag",
                                        List.of(),
                                        "access",
                                        access)),
                                "wait",
                                "enriched"))
                .expect(200);
    }
}
