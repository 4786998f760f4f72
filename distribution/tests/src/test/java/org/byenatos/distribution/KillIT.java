package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed in the middle of a stream of submissions, again and again: nothing acknowledged is lost. */
class KillIT {

    private static final int KILLS = 10;
    private static final int CLIENTS = 3;

    @TempDir
    Path home;

    @Test
    void everyAcknowledgedRecordSurvives() throws Exception {
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        CoreProcess core = CoreProcess.start(home);
        Client session = core.owner().session("stream", "hinata:write", "hinata:read:own");
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                int before = acknowledged.size();
                List<Thread> clients = stream(core.reach(session), next, acknowledged);
                Await.until("40 records are acknowledged", () -> acknowledged.size() >= before + 40);
                Thread.sleep(kill * 7L);
                core.kill();
                for (Thread client : clients) {
                    client.join();
                }
                core = CoreProcess.start(home);
                assertThat(stored(core.reach(session)))
                        .as("after kill " + (kill + 1))
                        .containsAll(acknowledged);
            }
            Client last = core.reach(session);
            Await.until("every record is enriched", () -> everythingEnriched(last));
        } finally {
            core.close();
        }
    }

    private static List<Thread> stream(Client session, AtomicInteger next, ConcurrentLinkedQueue<String> acknowledged) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> submitUntilKilled(session, next, acknowledged));
            client.start();
            clients.add(client);
        }
        return clients;
    }

    private static void submitUntilKilled(
            Client session, AtomicInteger next, ConcurrentLinkedQueue<String> acknowledged) {
        try {
            while (true) {
                List<String> ids = new ArrayList<>();
                List<Object> records = new ArrayList<>();
                for (int i = 0; i < 1 + next.get() % 5; i++) {
                    String id = "k" + next.incrementAndGet();
                    ids.add(id);
                    records.add(Records.record(id, "record number " + id));
                }
                JsonNode receipt =
                        session.post("/hinata", Map.of("records", records)).expect(202);
                assertThat(receipt.get("accepted").asInt()).isEqualTo(ids.size());
                acknowledged.addAll(ids);
            }
        } catch (java.io.UncheckedIOException killed) {
            // The process is gone: what was not answered was not acknowledged.
            return;
        }
    }

    private static Set<String> stored(Client session) {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = session.get("/hinata?limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200);
            page.get("items").forEach(item -> ids.add(item.get("id").asText()));
            cursor = page.get("next_cursor").isNull()
                    ? null
                    : page.get("next_cursor").asText();
        }
        return ids;
    }

    /** The jobs of every life are taken up again: in the end no record is without enrichment. */
    private static boolean everythingEnriched(Client session) {
        boolean all = true;
        for (JsonNode item : session.get("/hinata?limit=1000").expect(200).get("items")) {
            all &= item.hasNonNull("enrichment");
        }
        return all;
    }
}
