package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.byenatos.launcher.trial.Connections.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every module and the REST gateway are replaced five times while four clients ask and submit: no request fails. For a
 * longer run: {@code -Dbyenatos.swaps=40 -Dbyenatos.swapped=org.byenatos.gateway.rest -Dbyenatos.served=50}.
 */
class HotSwapIT {

    private static final int SWAPS = Integer.getInteger("byenatos.swaps", 5);
    private static final int CLIENTS = 4;
    private static final int REQUESTS_PER_SECOND = 1000;
    private static final int SERVED_BETWEEN_SWAPS = Integer.getInteger("byenatos.served", 100);
    private static final List<String> BUNDLES = List.of(System.getProperty(
                    "byenatos.swapped",
                    "org.byenatos.virtualcore,org.byenatos.personalizationmemory,org.byenatos.applifecycle,"
                            + "org.byenatos.datafilesystem,org.byenatos.localaischeduler,org.byenatos.gateway.rest")
            .split(","));

    @TempDir
    Path home;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger submitted = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noRequestFailsWhileModulesAreReplaced() throws Exception {
        try (CoreProcess core = CoreProcess.startWithDrops(home)) {
            Client session = core.owner().session("swap", "hinata:write", "hinata:read:own", "psp:read", "ai:compute");
            session.post("/hinata", Records.batch(Records.record("seed", "the lighthouse keeper")))
                    .expect(200);
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Thread client = new Thread(() -> load(new LoadClient(session)));
                client.start();
                clients.add(client);
            }
            long begin = System.nanoTime();
            for (String bundle : BUNDLES) {
                for (int swap = 1; swap <= SWAPS; swap++) {
                    replace(core, bundle, swap);
                }
            }
            stop.set(true);
            for (Thread client : clients) {
                client.join();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "hot swap: %d requests answered in %.1f s, %.0f/s, %d failed%n",
                    answered.get(), seconds, answered.get() / seconds, failures.size());
            assertThat(failures).isEmpty();
            assertThat(answered.get()).isGreaterThan(1_000);
            assertEveryRecordIsThere(session);
        }
    }

    /** Replaces a bundle, and lets the clients have some answers of the new one. */
    private void replace(CoreProcess core, String bundle, int swap) throws Exception {
        core.replace(bundle, "0.1.0.swap" + swap);
        int before = answered.get();
        Await.until("answers by swap " + swap + " of " + bundle, () -> answered.get() >= before + SERVED_BETWEEN_SWAPS);
    }

    private void load(LoadClient client) {
        long pause = 1_000_000_000L * CLIENTS / REQUESTS_PER_SECOND;
        long due = System.nanoTime();
        while (!stop.get()) {
            try {
                Response response = request(client, asked.incrementAndGet());
                if (response.status() >= 300) {
                    failures.add(response.status() + ": " + response.body());
                }
            } catch (IOException failed) {
                failures.add(failed.toString());
            }
            answered.incrementAndGet();
            // What a swap delayed is made up for: people do not ask less because a module is replaced.
            due += pause;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private Response request(LoadClient client, int turn) throws IOException {
        return switch (turn % 20) {
            case 0 ->
                client.post(
                        "/hinata",
                        Map.of("records", List.of(Records.record("s" + submitted.incrementAndGet(), "swap note"))));
            case 1 -> client.post("/psp", Map.of("token_budget", 200));
            case 2, 3 -> client.post("/ai/compute", Map.of("task", "language", "input", "Guten Morgen, liebe Leute"));
            case 4, 5, 6, 7, 8, 9 ->
                client.post("/personalization/query", Map.of("question", "lighthouse", "limit", 3));
            default -> client.get("/status");
        };
    }

    private void assertEveryRecordIsThere(Client session) {
        JsonNode last = session.get("/hinata/s" + submitted.get()).expect(200);
        assertThat(last.get("highlight").asText()).isEqualTo("swap note");
        int count = 0;
        String cursor = "";
        while (cursor != null) {
            JsonNode page = session.get("/hinata?limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200);
            count += page.get("items").size();
            cursor = page.get("next_cursor").isNull()
                    ? null
                    : page.get("next_cursor").asText();
        }
        assertThat(count).isEqualTo(submitted.get() + 1);
    }
}
