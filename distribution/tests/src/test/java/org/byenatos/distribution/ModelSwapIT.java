package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.byenatos.distribution.Client.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LocalAIScheduler is replaced twenty times while models run: no call fails, and memory does not grow. */
class ModelSwapIT {

    private static final int SWAPS = 20;
    private static final int WARM_UP = 4;
    private static final int SERVED_BETWEEN_SWAPS = 100;
    private static final int MOST_GROWTH = 20 * 1024;
    private static final String BUNDLE = "org.byenatos.localaischeduler";

    @TempDir
    Path home;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noInferenceFailsWhileTheSchedulerIsReplaced() throws Exception {
        try (CoreProcess core = CoreProcess.startWithDrops(home)) {
            Client session = core.owner().session("swap", "ai:compute");
            core.awaitModel();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Client own = core.reach(session);
                Thread client = new Thread(() -> load(own));
                client.start();
                clients.add(client);
            }
            AtomicLong before = new AtomicLong();
            for (int swap = 1; swap <= SWAPS; swap++) {
                replace(core, swap);
                if (swap == WARM_UP) {
                    before.set(residentKilobytes(core));
                }
            }
            // What a swap leaves is given back a little later.
            Await.until("it has the memory of before", () -> residentKilobytes(core) - before.get() < MOST_GROWTH);
            long after = residentKilobytes(core);
            stop.set(true);
            for (Thread client : clients) {
                client.join();
            }
            System.out.printf(
                    "model swap: %d vectors in %d swaps, %d failed; resident %d MB after %d swaps, %d MB after %d%n",
                    answered.get(), SWAPS, failures.size(), before.get() / 1024, WARM_UP, after / 1024, SWAPS);
            assertThat(failures).isEmpty();
            assertThat(answered.get()).isGreaterThan(500);
        }
    }

    private void load(Client session) {
        while (!stop.get()) {
            int turn = asked.incrementAndGet();
            try {
                Reply reply = session.post(
                        "/ai/compute", Map.of("task", "embed", "input", "A note about boats, number " + turn));
                if (reply.status() != 200) {
                    failures.add(reply.status() + ": " + reply.body());
                }
            } catch (RuntimeException failed) {
                failures.add(failed.toString());
            }
            answered.incrementAndGet();
        }
    }

    /** Replaces the scheduler, and lets the clients have some vectors of the new one's model. */
    private void replace(CoreProcess core, int swap) throws Exception {
        core.replace(BUNDLE, "0.1.0.swap" + swap);
        int before = answered.get();
        Await.until("vectors by swap " + swap, () -> answered.get() >= before + SERVED_BETWEEN_SWAPS);
    }

    private static long residentKilobytes(CoreProcess core) throws Exception {
        return Files.readAllLines(Path.of("/proc", Long.toString(core.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
