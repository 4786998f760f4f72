package org.byenatos.localaischeduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.junit.jupiter.api.Test;

/**
 * What the choice of threads gains: the module with one thread and, by turns with it, with two and with half of the processors,
 * enriching records and embedding texts with a slow model in plain Java. Prints how much each does in a second, the ratios, and how
 * long an interactive question took meanwhile. Runs when it is asked for by name: see the bundle's README.
 */
class ThreadsBenchmark {

    private static final int PART = 64;

    private final double seconds = Double.parseDouble(System.getProperty("seconds", "5"));
    private final HashEngine engine = new HashEngine();
    private int asked;

    @Test
    void oneThreadBesideMore() throws Exception {
        Path folder = Files.createTempDirectory("byenatos-threads");
        HashEngine.write(folder, "grams", "embedding", 384, "");
        int half = Runtime.getRuntime().availableProcessors() / 2;
        List<Side> sides = new ArrayList<>();
        for (int threads : half > 2 ? new int[] {1, 2, half} : new int[] {1, 2}) {
            sides.add(new Side(folder, threads));
        }
        System.out.printf(
                "%n%-12s %8s %12s %8s %8s %8s %14s%n",
                "", "threads", "a second", "ratio", "chosen", "gain", "question p99");
        compare("enrichment", sides, Side::enrich);
        engine.before = batch -> batch.forEach(text -> work());
        compare("encoder", sides, Side::embed);
        sides.forEach(side -> side.scheduler.stop());
    }

    private void compare(String title, List<Side> sides, Begin begin) {
        double[] done = new double[sides.size()];
        List<List<Double>> questions =
                sides.stream().<List<Double>>map(side -> new ArrayList<>()).toList();
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < done.length; i++) {
                double rate = rate(sides.get(i), begin, questions.get(i));
                done[i] += round == 0 ? 0 : rate / 5;
            }
        }
        for (int i = 0; i < done.length; i++) {
            List<Double> sorted = questions.get(i).stream().sorted().toList();
            System.out.printf(
                    "%-12s %8d %12.0f %8.2f %8d %8.2f %11.1f ms%n",
                    title,
                    sides.get(i).threads,
                    done[i],
                    done[i] / done[0],
                    sides.get(i).scheduler.metrics().workers().chosen(),
                    sides.get(i).scheduler.metrics().workers().gain(),
                    sorted.get(sorted.size() * 99 / 100));
        }
        assertThat(done).doesNotContain(0);
    }

    /** How much is done in a second while four pieces wait or run, as those of an enrichment do. */
    private double rate(Side side, Begin begin, List<Double> questions) {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        Deque<CompletableFuture<?>> begun = new ArrayDeque<>();
        int count = 0;
        while (System.nanoTime() < end) {
            begun.add(begin.begin(side));
            if (begun.size() > 4) {
                long asking = System.nanoTime();
                side.ask();
                questions.add((System.nanoTime() - asking) / 1e6);
                begun.remove().join();
                count++;
            }
        }
        double rate = count * PART / ((System.nanoTime() - start) / 1e9);
        begun.forEach(CompletableFuture::join);
        return rate;
    }

    /** About what an encoder of MiniLM's size takes for a short text, on one core. */
    private static void work() {
        double sum = 0;
        for (int i = 1; i < 400_000; i++) {
            sum += Math.sqrt(i) * (i & 7);
        }
        assertThat(sum).isPositive();
    }

    private interface Begin {

        CompletableFuture<?> begin(Side side);
    }

    private final class Side {

        private final int threads;
        private final LocalAiScheduler scheduler;
        private final EmbeddingModel model;

        Side(Path folder, int threads) throws InterruptedException {
            this.threads = threads;
            Map<String, Object> given = Map.of("worker.threads", threads);
            scheduler = new LocalAiScheduler(Settings.of(SettingsTest.configuration(given), given), List.of(folder));
            scheduler.bindEngine(engine);
            scheduler.bindStateStore(new MemoryStore());
            scheduler.start();
            scheduler.prepare();
            EmbedderService embedder = new EmbedderService(scheduler);
            while (embedder.current().isEmpty()) {
                Thread.sleep(2);
            }
            model = embedder.current().orElseThrow();
        }

        CompletableFuture<?> enrich() {
            List<HinataRecord> records = texts().stream()
                    .map(text -> new HinataRecord(
                            text,
                            Instant.EPOCH,
                            "test",
                            text,
                            Texts.BEAVERS,
                            "",
                            List.of(),
                            Access.PRIVATE,
                            null,
                            null,
                            null,
                            null))
                    .toList();
            return scheduler.enrich(records).toCompletableFuture();
        }

        CompletableFuture<?> embed() {
            return scheduler
                    .embed(model, texts(), Embedder.Use.PASSAGE, Priority.BATCH)
                    .toCompletableFuture();
        }

        void ask() {
            scheduler
                    .embed(model, List.of("question " + asked++), Embedder.Use.QUERY, Priority.INTERACTIVE)
                    .toCompletableFuture()
                    .join();
        }

        private List<String> texts() {
            asked += PART;
            return IntStream.range(asked - PART, asked)
                    .mapToObj(i -> "text " + i)
                    .toList();
        }
    }
}
