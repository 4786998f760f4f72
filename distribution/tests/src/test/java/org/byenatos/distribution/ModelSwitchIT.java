package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.byenatos.distribution.Client.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another model becomes the default while questions are asked: every record gets a vector of it, and no question fails or
 * goes without meaning, neither meanwhile nor once the former model is unloaded.
 */
class ModelSwitchIT {

    private static final String BUILT_IN = "byenatos-static-v1";
    private static final String SECOND = "second";
    private static final int RECORDS = 1200;
    private static final int BATCH = 400;
    private static final int CLIENTS = 3;

    @TempDir
    Path home;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noQuestionFailsWhileRecordsGetVectorsOfAnotherModel() throws Exception {
        addSecondModel();
        try (CoreProcess core = CoreProcess.start(home)) {
            Client app = core.owner().session("switch", "hinata:write", "hinata:read:own", "ai:compute");
            Await.until("the built-in model", () -> state(core, BUILT_IN).equals("loaded"));
            submit(app);
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Client own = core.reach(app);
                Thread client = new Thread(() -> ask(own));
                client.start();
                clients.add(client);
            }
            long began = System.nanoTime();
            core.owner().put("/ai/models/default", Map.of("model", SECOND)).expect(200);
            Await.until("vectors of the second model", () -> texts(core, SECOND) >= RECORDS);
            long took = System.nanoTime() - began;
            int meanwhile = asked.get();
            core.owner().post("/ai/models/" + BUILT_IN + "/unload", Map.of());
            int before = asked.get();
            Await.until("questions to the second model alone", () -> asked.get() > before + 100);
            stop.set(true);
            for (Thread client : clients) {
                client.join();
            }
            System.out.printf(
                    "model switch: %d records in %d ms under load, %d questions meanwhile, %d in all, %d failed%n",
                    RECORDS, took / 1_000_000, meanwhile, asked.get(), failures.size());
            assertThat(failures).isEmpty();
            assertThat(state(core, SECOND)).isEqualTo("loaded");
        }
    }

    /**
     * The same weights under another name and by ONNX Runtime, which the built-in model does without: to the core, another
     * model with other vectors.
     */
    private void addSecondModel() throws IOException {
        Path from = Distribution.FOLDER.resolve("models").resolve(BUILT_IN);
        Path to = Files.createDirectories(home.resolve("models").resolve(SECOND));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
        Path manifest = to.resolve("model.json");
        ObjectNode renamed = (ObjectNode) Client.JSON.readTree(manifest.toFile());
        Client.JSON.writeValue(manifest.toFile(), renamed.put("id", SECOND).put("engine", "onnxruntime"));
    }

    private static void submit(Client app) {
        for (int first = 0; first < RECORDS; first += BATCH) {
            Object[] records = IntStream.range(first, first + BATCH)
                    .mapToObj(i -> Records.record("r" + i, "We rowed boat number " + i + " across the lake"))
                    .toArray();
            app.post("/hinata", Records.batch(records)).expect(200);
        }
    }

    private void ask(Client app) {
        while (!stop.get()) {
            int turn = asked.incrementAndGet();
            try {
                Reply reply = app.post(
                        "/personalization/query",
                        Map.of("question", "Which vessel crossed water, " + turn + "?", "explain", true));
                JsonNode best = reply.body().path("results").path(0);
                if (reply.status() != 200 || !best.path("explain").has("meaning")) {
                    failures.add(reply.status() + ": " + best);
                }
            } catch (RuntimeException failed) {
                failures.add(failed.toString());
            }
        }
    }

    private static String state(CoreProcess core, String id) {
        for (JsonNode model : core.owner().get("/ai/models").expect(200).get("items")) {
            if (model.get("id").asText().equals(id)) {
                return model.get("state").asText();
            }
        }
        return "";
    }

    /** How many texts a model has embedded. */
    private static long texts(CoreProcess core, String id) {
        for (JsonNode model : core.owner().get("/ai/metrics").expect(200).get("models")) {
            if (model.get("id").asText().equals(id)) {
                return model.get("texts").asLong();
            }
        }
        return 0;
    }
}
