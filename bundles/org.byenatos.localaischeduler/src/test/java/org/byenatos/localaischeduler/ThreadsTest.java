package org.byenatos.localaischeduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.byenatos.api.ai.AiMetrics;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The module with four threads and a model whose runs take a known time. */
@Timeout(120)
class ThreadsTest {

    private static final int MOST = 4;
    private static final int CAPACITY = 256;

    @TempDir
    Path folder;

    private final HashEngine engine = new HashEngine();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private LocalAiScheduler scheduler;
    private EmbeddingModel model;
    private int asked;

    @BeforeEach
    void start() throws Exception {
        HashEngine.write(folder, "grams", "embedding", 64, "");
        begin(MOST);
    }

    private void begin(int threads) throws InterruptedException {
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
        // The tables have been read when this ends, and nothing else waits.
        while (scheduler.metrics().queue().get(Priority.BATCH).done() == 0) {
            Thread.sleep(2);
        }
        model = embedder.current().orElseThrow();
    }

    @AfterEach
    void stop() {
        scheduler.stop();
    }

    @Test
    void aModelThatRunsBesideItselfGetsAllThreads() {
        engine.before = batch -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            sleep(2 * batch.size());
            running.decrementAndGet();
        };
        assertThat(workers().chosen()).isEqualTo(1);
        feedUntil(() -> workers().chosen() == MOST);

        most.set(0);
        List<String> texts = texts(200);
        List<float[]> vectors = embed(texts).join();
        assertThat(most.get()).isBetween(2, MOST);
        engine.before = batch -> {};
        for (int i = 0; i < texts.size(); i++) {
            assertThat(vectors.get(i))
                    .isEqualTo(embed(texts.subList(i, i + 1)).join().get(0));
        }
    }

    @Test
    void aModelThatDoesNotStaysWithOne() {
        engine.before = batch -> {
            synchronized (engine) {
                sleep(2 * batch.size());
            }
        };
        // A trial on a busy machine may err; the next ones make up for it.
        feedUntil(() -> workers().trials() > 0 && workers().chosen() == 1);

        assertThat(workers().gain()).isLessThan(1.25);
        assertThat(workers().most()).isEqualTo(MOST);
    }

    @Test
    void aQuestionDoesNotWaitForABatchWhileAThreadIsFree() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.before = batch -> {
            if (!batch.get(0).text().equals("question")) {
                begun.countDown();
                await(go);
            }
        };
        CompletableFuture<List<float[]>> enrichment = embed(texts(100));
        await(begun);
        scheduler
                .embed(model, List.of("question"), Embedder.Use.QUERY, Priority.INTERACTIVE)
                .toCompletableFuture()
                .join();

        assertThat(enrichment).isNotDone();
        go.countDown();
        assertThat(enrichment.join()).hasSize(100);
    }

    @Test
    void cancelledWorkIsDroppedInAllItsParts() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.before = batch -> {
            begun.countDown();
            await(go);
        };
        CompletableFuture<List<float[]>> given = embed(texts(100));
        await(begun);
        assertThat(waiting()).isPositive();
        given.cancel(false);

        assertThat(waiting()).isZero();
        go.countDown();
        assertThat(embed(texts(1)).join()).hasSize(1);
        assertThat(scheduler.metrics().models().get(0).texts()).isLessThan(20);
    }

    @Test
    void workThatFindsNoRoomForAPartIsRefusedWhole() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.before = batch -> {
            begun.countDown();
            await(go);
        };
        List<CompletableFuture<List<float[]>>> accepted = new ArrayList<>(List.of(embed(texts(1))));
        await(begun);
        IntStream.range(0, CAPACITY / MOST - 1).forEach(i -> accepted.add(embed(texts(50))));
        IntStream.range(0, 2).forEach(i -> accepted.add(embed(texts(1))));
        assertThat(waiting()).isEqualTo(CAPACITY - 2);

        assertThatThrownBy(() -> embed(texts(50)).join()).hasCauseInstanceOf(LimitExceededException.class);
        assertThat(waiting()).isEqualTo(CAPACITY - 2);
        go.countDown();
        accepted.forEach(CompletableFuture::join);
    }

    @Test
    void aPartThatFailsFailsTheWhole() {
        engine.before = batch -> {
            if (batch.stream().anyMatch(input -> input.text().equals("text 77"))) {
                throw new IllegalStateException("broken");
            }
        };

        assertThatThrownBy(() -> embed(texts(100)).join()).hasRootCauseMessage("broken");
        assertThat(embed(texts(60)).join()).hasSize(60);
    }

    @Test
    void enrichmentOnManyThreadsIsTheSameAsOnOne() throws InterruptedException {
        List<HinataRecord> records = IntStream.range(0, 400)
                .mapToObj(i -> record(
                        "r" + i,
                        i % 2 == 0 ? "The river gauge number " + i + ". " + Texts.BEAVERS : "第" + i + "台水位计的固件很好"))
                .toList();
        engine.before = batch -> sleep(2 * batch.size());
        feedUntil(() -> workers().chosen() == MOST);
        engine.before = batch -> {};
        List<Enrichment> many = enriched(records);
        scheduler.stop();
        begin(1);
        List<Enrichment> one = enriched(records);

        assertThat(one).hasSize(400);
        assertThat(one.get(10).keyConcepts()).contains("beaver dam");
        assertThat(one.get(10).model()).contains("+grams");
        for (int i = 0; i < records.size(); i++) {
            assertThat(many.get(i))
                    .usingRecursiveComparison()
                    .ignoringFields("at")
                    .isEqualTo(one.get(i));
        }
    }

    private List<Enrichment> enriched(List<HinataRecord> records) {
        List<CompletionStage<List<Enrichment>>> stages = IntStream.range(0, 8)
                .mapToObj(part -> scheduler.enrich(records.subList(50 * part, 50 * part + 50)))
                .toList();
        return stages.stream()
                .flatMap(stage -> stage.toCompletableFuture().join().stream())
                .toList();
    }

    private static HinataRecord record(String id, String highlight) {
        return new HinataRecord(
                id, Instant.EPOCH, "test", highlight, "", "", List.of(), Access.PRIVATE, null, null, null, null);
    }

    /** Keeps work waiting until something holds. */
    private void feedUntil(BooleanSupplier holds) {
        Deque<CompletableFuture<?>> begun = new ArrayDeque<>();
        while (!holds.getAsBoolean()) {
            begun.add(embed(texts(64)));
            if (begun.size() > 3) {
                begun.remove().join();
            }
        }
        begun.forEach(CompletableFuture::join);
    }

    private CompletableFuture<List<float[]>> embed(List<String> texts) {
        return scheduler
                .embed(model, texts, Embedder.Use.PASSAGE, Priority.BATCH)
                .toCompletableFuture();
    }

    private List<String> texts(int count) {
        asked += count;
        return IntStream.range(asked - count, asked).mapToObj(i -> "text " + i).toList();
    }

    private int waiting() {
        return scheduler.metrics().queue().get(Priority.BATCH).waiting();
    }

    private AiMetrics.Workers workers() {
        return scheduler.metrics().workers();
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
