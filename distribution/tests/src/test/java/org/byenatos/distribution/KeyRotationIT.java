package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.byenatos.distribution.Client.Reply;
import org.byenatos.distribution.CoreProcess.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys change while clients ask and submit: no request fails, and what was there can be read after a restart. */
class KeyRotationIT {

    private static final int ROTATIONS = 10;
    private static final int CLIENTS = 3;
    private static final int BETWEEN = 100;
    private static final String FIRST = "the first passphrase";
    private static final String SECOND = "another passphrase";

    @TempDir
    Path folder;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger submitted = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noRequestFailsWhileKeysAreRotated() throws Exception {
        Path home = folder.resolve("home");
        try (CoreProcess core = CoreProcess.start(home)) {
            Client session = core.owner().session("keys", "hinata:write", "hinata:read:own", "psp:read");
            session.post("/hinata", Records.batch(Records.record("before", "the lighthouse keeper")))
                    .expect(200);
            List<Thread> clients = load(core, session);
            String key = Files.readString(home.resolve("data/secrets/master.key"));
            for (int i = 1; i <= ROTATIONS; i++) {
                awaitAnswers(i * BETWEEN);
                JsonNode state = core.owner().post("/keys/rotate", Map.of()).expect(200);
                assertThat(state.get("generation").asInt()).isEqualTo(i + 1);
                JsonNode user = core.owner().post("/users/owner/key", Map.of()).expect(200);
                assertThat(user.get("keys").asInt()).isEqualTo(i + 1);
            }
            core.owner().put("/keys/passphrase", Map.of("passphrase", FIRST)).expect(200);
            core.owner().delete("/keys/passphrase").expect(200);
            stop.set(true);
            for (Thread client : clients) {
                client.join();
            }
            System.out.println("key rotation: " + answered + " requests answered, " + failures.size() + " failed");
            assertThat(failures).isEmpty();
            assertThat(answered.get()).isGreaterThan(ROTATIONS * BETWEEN);
            assertThat(home.resolve("data/secrets/master.key")).content().isNotEqualTo(key);

            core.restart();

            assertThat(session.get("/hinata/before")
                            .expect(200)
                            .get("highlight")
                            .asText())
                    .isEqualTo("the lighthouse keeper");
            session.get("/hinata/s1").expect(200);
            session.get("/hinata/s" + submitted.get()).expect(200);
            assertThat(core.owner()
                            .post("/audit/verify", Map.of())
                            .expect(200)
                            .get("intact")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aPassphraseLocksTheHomeAndCanBeChanged() throws Exception {
        Path home = folder.resolve("home");
        SharedClasses.giveTo(home);
        assertThat(start(home, Map.of("BYENATOS_PASSPHRASE", FIRST)).status()).isZero();
        try {
            assertThat(home.resolve("data/secrets/master.key")).doesNotExist();
            assertThat(script(Map.of(), "key", "--home", home.toString()).output())
                    .contains("passphrase");
            Path next = Files.writeString(folder.resolve("next"), SECOND + "\n");
            Ran changed = script(
                    Map.of("BYENATOS_NEW_PASSPHRASE_FILE", next.toString()),
                    "key",
                    "passphrase",
                    "--home",
                    home.toString());
            assertThat(changed.status()).as(changed.output()).isZero();
        } finally {
            stop(home);
        }
        List<String> secrets = contents(home.resolve("data/secrets"));
        Ran wrong = start(home, Map.of("BYENATOS_PASSPHRASE", FIRST));
        assertThat(wrong.status()).isNotZero();
        assertThat(wrong.output()).contains("The passphrase is not the one").doesNotContain(FIRST);
        Ran none = start(home, Map.of());
        assertThat(none.status()).isNotZero();
        assertThat(none.output()).contains("BYENATOS_PASSPHRASE_FILE");
        assertThat(contents(home.resolve("data/secrets"))).isEqualTo(secrets);
        Ran right = start(
                home, Map.of("BYENATOS_PASSPHRASE_FILE", folder.resolve("next").toString()));
        assertThat(right.status()).as(right.output()).isZero();
        stop(home);
        try (Stream<Path> logs = Files.walk(home.resolve("logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(log).content().doesNotContain(FIRST).doesNotContain(SECOND);
            }
        }
    }

    @Test
    void aLostKeyFileIsSaidAtOnceAndNothingIsMadeInItsPlace() throws Exception {
        Path home = folder.resolve("home");
        CoreProcess.start(home).close();
        Path key = home.resolve("data/secrets/master.key");
        Files.move(key, folder.resolve("backup"));
        List<String> secrets = contents(home.resolve("data/secrets"));

        Ran lost = start(home, Map.of());

        assertThat(lost.status()).isNotZero();
        assertThat(lost.output()).contains("master.key is gone").contains("backup");
        assertThat(contents(home.resolve("data/secrets"))).isEqualTo(secrets);
        Files.move(folder.resolve("backup"), key);
        CoreProcess.start(home).close();
    }

    @Test
    void aChangedAuditLogIsFoundAndPeopleSeeTheirOwn() throws Exception {
        Path home = folder.resolve("home");
        try (CoreProcess core = CoreProcess.start(home)) {
            Client owner = core.owner();
            JsonNode mei = owner.post("/users", Map.of("user_id", "mei")).expect(201);
            Client session = owner.session("keys", "hinata:write", "hinata:read:own");
            session.post("/hinata", Records.batch(Records.record("r1", "a secret of the audit")))
                    .expect(200);
            session.get("/hinata?limit=5").expect(200);

            JsonNode lines = owner.get("/audit?app_id=keys&limit=2").expect(200);
            assertThat(lines.get("items").findValuesAsText("action"))
                    .containsExactly("hinata_data_list", "hinata_data_submit");
            assertThat(lines.toString()).doesNotContain("a secret");
            JsonNode older = owner.get("/audit?app_id=keys&limit=2&cursor="
                            + lines.get("next_cursor").asText())
                    .expect(200);
            assertThat(older.get("items").findValuesAsText("action")).containsExactly("virtual_session_create");
            Client person = owner.as(mei.get("user_token").asText());
            assertThat(person.get("/audit").expect(200).get("items")).isEmpty();
            assertThat(person.get("/audit").expect(200).get("items").findValuesAsText("user_id"))
                    .containsOnly("mei");
            person.get("/audit?user_id=owner").expect(403);
            session.get("/audit").expect(403);
            owner.as(null).get("/audit").expect(401);
            assertThat(script(Map.of(), "audit", "verify", "--home", home.toString())
                            .status())
                    .isZero();

            Path log = home.resolve("data/audit/audit.jsonl");
            Files.writeString(log, Files.readString(log).replace("hinata_data_submit", "hinata_data_delete"));

            assertThat(owner.post("/audit/verify", Map.of())
                            .expect(200)
                            .get("findings")
                            .toString())
                    .contains("was changed");
            Ran verified = script(Map.of(), "audit", "verify", "--home", home.toString());
            assertThat(verified.status()).isNotZero();
            assertThat(verified.output()).contains("was changed");
        }
    }

    private List<Thread> load(CoreProcess core, Client session) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Client own = core.reach(session);
            Thread client = new Thread(() -> {
                while (!stop.get()) {
                    ask(own, answered.incrementAndGet());
                }
            });
            client.start();
            clients.add(client);
        }
        return clients;
    }

    private void awaitAnswers(int count) throws Exception {
        Await.until(count + " answers", () -> answered.get() >= count || !failures.isEmpty());
    }

    private void ask(Client session, int turn) {
        try {
            Reply reply =
                    switch (turn % 5) {
                        case 0 ->
                            session.post(
                                    "/hinata",
                                    Map.of(
                                            "records",
                                            List.of(Records.record("s" + submitted.incrementAndGet(), "a note"))));
                        case 1 -> session.post("/psp", Map.of("token_budget", 200));
                        case 2 -> session.get("/hinata/before");
                        case 3 -> session.get("/hinata?limit=20");
                        default -> session.post("/personalization/query", Map.of("question", "lighthouse"));
                    };
            if (reply.status() >= 300) {
                failures.add(reply.status() + ": " + reply.body());
            }
        } catch (RuntimeException failed) {
            failures.add(failed.toString());
        }
    }

    private static Ran start(Path home, Map<String, String> environment) {
        return script(environment, "start", "--home", home.toString(), "--port", "0");
    }

    private static void stop(Path home) {
        script(Map.of(), "stop", "--home", home.toString());
    }

    private static Ran script(Map<String, String> environment, String... arguments) {
        return CoreProcess.script(Distribution.FOLDER, environment, arguments);
    }

    private static List<String> contents(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> contents = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(file + ": " + new String(Files.readAllBytes(file), "ISO-8859-1"));
            }
            return contents;
        }
    }
}
