package org.byenatos.localaischeduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.Violation;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The module with models, run by an engine in plain Java. */
@Timeout(120)
class LocalModelsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final HashEngine engine = new HashEngine();
    private LocalAiScheduler scheduler;
    private Embedder embedder;

    @BeforeEach
    void start() throws Exception {
        HashEngine.write(folder, "grams", "embedding", 64, ",\"query_prefix\":\"ask \"");
        HashEngine.write(folder, "moods", "classification", 2, ",\"labels\":[\"good\",\"bad\"]");
        scheduler = made();
        embedder = new EmbedderService(scheduler);
        while (embedder.current().isEmpty()) {
            Thread.sleep(2);
        }
    }

    @AfterEach
    void stop() {
        scheduler.stop();
        assertThat(engine.closed.get()).isEqualTo(engine.opened.get());
    }

    @Test
    void givesUnitVectorsInOrderAndKeepsThem() {
        EmbeddingModel model = embedder.current().orElseThrow();
        List<String> texts =
                IntStream.range(0, 300).mapToObj(i -> "text " + (i % 200)).toList();
        List<float[]> vectors = embed(model, texts);

        assertThat(vectors).hasSize(300).allMatch(vector -> vector.length == 64);
        assertThat(vectors.get(7)).isEqualTo(vectors.get(207)).isNotEqualTo(vectors.get(8));
        double length = 0;
        for (float value : vectors.get(7)) {
            length += value * value;
        }
        assertThat(length).isBetween(0.9999, 1.0001);
        long misses = scheduler.metrics().cache().misses();
        assertThat(misses).isEqualTo(200);
        assertThat(embed(model, texts).get(7)).isEqualTo(vectors.get(7));
        assertThat(scheduler.metrics().cache().misses()).isEqualTo(misses);
        assertThat(scheduler.metrics().models().get(0).texts()).isEqualTo(200);
    }

    @Test
    void aQuestionIsNotAPassage() {
        EmbeddingModel model = embedder.current().orElseThrow();
        float[] question = embedder.embed(model, List.of("river"), Embedder.Use.QUERY, Priority.NORMAL)
                .toCompletableFuture()
                .join()
                .get(0);

        assertThat(question).isEqualTo(embed(model, List.of("ask river")).get(0));
        assertThat(question).isNotEqualTo(embed(model, List.of("river")).get(0));
    }

    @Test
    void vectorsOfAnotherContentAreNotGiven() {
        EmbeddingModel other = new EmbeddingModel("grams", "0123456789abcdef", 64);
        assertThatThrownBy(() -> embed(other, List.of("a"))).hasCauseInstanceOf(NotFoundException.class);
        EmbeddingModel none = new EmbeddingModel("none", "0123456789abcdef", 64);
        assertThatThrownBy(() -> embed(none, List.of("a"))).hasCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void textsOfManyCallersRunTogether() {
        EmbeddingModel model = embedder.current().orElseThrow();
        engine.millisPerText = 1;
        for (int i = 0; i < 6; i++) {
            embed(model, List.of("learn " + i));
        }
        engine.millisPerText = 0;
        IntStream.range(0, 20).forEach(i -> embed(model, List.of("learn more " + i)));
        int before = engine.batches.get();
        List<CompletableFuture<List<float[]>>> futures = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            futures.add(embedder.embed(model, List.of("caller " + i), Embedder.Use.PASSAGE, Priority.NORMAL)
                    .toCompletableFuture());
        }
        futures.forEach(CompletableFuture::join);

        for (int i = 0; i < 200; i++) {
            assertThat(futures.get(i).join().get(0))
                    .isEqualTo(embed(model, List.of("caller " + i)).get(0));
        }
        assertThat(engine.batches.get() - before).isLessThan(200);
    }

    @Test
    void embedsAsAsked() throws Exception {
        JsonNode one = output(AiTask.EMBED, "\"hello\"", null);
        JsonNode many = output(AiTask.EMBED, "[\"hello\",\"world\"]", null);
        JsonNode few = output(AiTask.EMBED, "[\"hello\"]", "{\"dimensions\":8,\"usage\":true}");

        assertThat(one).hasSize(64).isEqualTo(many.get(0));
        assertThat(few.get("tokens").asInt()).isEqualTo(1);
        assertThat(few.get("vectors").get(0)).hasSize(8);
        double length = 0;
        for (JsonNode value : few.get("vectors").get(0)) {
            length += value.asDouble() * value.asDouble();
        }
        assertThat(length).isBetween(0.999, 1.001);
        assertThat(compute(AiTask.EMBED, "\"hello\"", null).model()).matches("grams@[0-9a-f]{8}");
        assertThat(compute(AiTask.EMBED, "[]", null).output()).isEqualTo(new Json("[]"));
    }

    @Test
    void comparesTexts() throws Exception {
        assertThat(output(AiTask.SIMILARITY, "[\"the river\",\"the river\"]", null)
                        .asDouble())
                .isBetween(0.999, 1.0);
        JsonNode many = output(AiTask.SIMILARITY, "\"the river\"", "{\"texts\":[\"the rivers\",\"水位计\"]}");
        assertThat(many).hasSize(2);
        assertThat(many.get(0).asDouble()).isGreaterThan(many.get(1).asDouble() + 0.3);
    }

    @Test
    void ordersTextsByVectorsOrByAModelForIt() throws Exception {
        String texts = "[\"cooking rice\",\"asking for the river gauge\",\"河边\"]";
        String question = "{\"question\":\"the river gauge\",\"limit\":2}";
        AiResult byVectors = compute(AiTask.RERANK, texts, question);
        assertThat(byVectors.model()).startsWith("grams@");
        assertThat(JSON.readTree(byVectors.output().text())).hasSize(2);
        assertThat(JSON.readTree(byVectors.output().text()).get(0).get("index").asInt())
                .isEqualTo(1);

        HashEngine.write(folder, "judge", "rerank", 1, "");
        scheduler.models().load("judge").join();
        AiResult byJudge = compute(AiTask.RERANK, texts, question);
        assertThat(byJudge.model()).startsWith("judge@");
        assertThat(JSON.readTree(byJudge.output().text()).get(0).get("index").asInt())
                .isEqualTo(1);
    }

    @Test
    void choosesLabels() throws Exception {
        JsonNode chosen = output(
                AiTask.CLASSIFY,
                "[\"a recipe for rice\",\"the river rises\"]",
                "{\"labels\":[\"rice recipes\",{\"label\":\"water\",\"description\":\"rivers that rise\"}]}");
        assertThat(chosen.findValuesAsText("label")).startsWith("rice recipes");
        assertThat(chosen.get(1).get("label").asText()).isEqualTo("water");
        double sum = 0;
        for (JsonNode score : chosen.get(0).get("scores")) {
            sum += score.get("score").asDouble();
        }
        assertThat(sum).isBetween(0.999, 1.001);
        AiResult own = scheduler
                .compute(new AiRequest(
                        AiTask.CLASSIFY, new Json("\"a good day\""), "moods", Priority.NORMAL, null, null))
                .toCompletableFuture()
                .join();
        assertThat(JSON.readTree(own.output().text()).get("label").asText()).isEqualTo("good");
        assertThat(own.model()).startsWith("moods@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EMBED|5|{}|/input",
                "EMBED|\"a\"|{\"use\":\"poem\"}|/options/use",
                "EMBED|\"a\"|{\"dimensions\":0}|/options/dimensions",
                "EMBED|\"a\"|{\"dimensions\":65}|/options/dimensions",
                "EMBED|\"a\"|{\"usage\":1}|/options/usage",
                "EMBED|[1,2]|{\"max\":1}|/input/0 /input/1 /options/max",
                "SIMILARITY|\"a\"|{}|/input",
                "SIMILARITY|[\"a\"]|{}|/input",
                "SIMILARITY|[\"a\",\"b\",\"c\"]|{}|/input",
                "SIMILARITY|[\"a\",\"b\"]|{\"texts\":[\"c\"]}|/input",
                "SIMILARITY|\"a\"|{\"texts\":[]}|/options/texts",
                "SIMILARITY|\"a\"|{\"texts\":[1]}|/options/texts/0",
                "RERANK|\"a\"|{\"question\":\"q\"}|/input",
                "RERANK|[]|{\"question\":\"q\"}|/input",
                "RERANK|[\"a\"]|{}|/options/question",
                "RERANK|[\"a\"]|{\"question\":7,\"limit\":0}|/options/question /options/limit",
                "CLASSIFY|\"a\"|{}|/options/labels",
                "CLASSIFY|\"a\"|{\"labels\":[\"one\"]}|/options/labels",
                "CLASSIFY|\"a\"|{\"labels\":[\"one\",\"one\"]}|/options/labels",
                "CLASSIFY|\"a\"|{\"labels\":[\"one\",{\"name\":\"two\"}]}|/options/labels/1",
                "CLASSIFY|\"a\"|{\"labels\":[\"one\",\"\"]}|/options/labels/1",
            })
    void saysEverythingThatIsWrong(AiTask task, String input, String options, String pointers) {
        assertThatThrownBy(() -> compute(task, input, options))
                .cause()
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                        .extracting(Violation::pointer)
                        .containsExactly(pointers.split(" ")));
    }

    @Test
    void addsTopicsToRecordsAndNamesTheModel() {
        HinataRecord record = new HinataRecord(
                "r",
                Instant.EPOCH,
                "test",
                "Cooking recipes: food and ingredients from restaurants",
                "",
                "",
                List.of(),
                Access.PRIVATE,
                null,
                null,
                null,
                null);
        Enrichment made =
                scheduler.enrich(List.of(record)).toCompletableFuture().join().get(0);

        assertThat(made.mainTopics()).contains("food");
        assertThat(made.model()).matches("byenatos-text/2\\+grams@[0-9a-f]{8}");
    }

    @Test
    void aQuestionWaitsForOneBatchOfEnrichmentAtMost() throws Exception {
        EmbeddingModel model = embedder.current().orElseThrow();
        List<String> ran = java.util.Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.before = batch -> {
            ran.add(batch.get(0).text());
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        List<String> many =
                IntStream.range(0, 600).mapToObj(i -> "enriched " + i).toList();
        CompletableFuture<List<float[]>> enrichment = embedder.embed(model, many, Embedder.Use.PASSAGE, Priority.BATCH)
                .toCompletableFuture();
        begun.await();
        CompletableFuture<List<float[]>> question = embedder.embed(
                        model, List.of("question"), Embedder.Use.QUERY, Priority.INTERACTIVE)
                .toCompletableFuture();
        go.countDown();

        question.join();
        enrichment.join();
        assertThat(ran.indexOf("ask question")).isEqualTo(1);
        assertThat(ran).hasSizeGreaterThan(5);
    }

    @Test
    void appsShareEqually() {
        engine.millisPerText = 2;
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(asked("greedy", "greedy " + i).whenComplete((result, failure) -> order.add("greedy")));
        }
        all.add(asked("modest", "modest").whenComplete((result, failure) -> order.add("modest")));
        all.forEach(CompletableFuture::join);

        assertThat(List.copyOf(order).indexOf("modest")).isLessThan(20);
    }

    @Test
    void aReplacedModuleAnswersFromTheFirstCallOn() throws Exception {
        engine.millisToOpen = 50;
        EmbeddingModel model = embedder.current().orElseThrow();
        for (int swap = 0; swap < 5; swap++) {
            scheduler.stop();
            scheduler = made();
            embedder = new EmbedderService(scheduler);
            assertThat(embed(model, List.of("after swap"))).hasSize(1);
            assertThat(output(AiTask.EMBED, "\"after swap\"", null)).hasSize(64);
        }
    }

    private CompletableFuture<AiResult> asked(String app, String text) {
        return scheduler
                .compute(new AiRequest(
                        AiTask.EMBED, new Json("\"" + text + "\""), null, Priority.NORMAL, null, null, app))
                .toCompletableFuture();
    }

    private List<float[]> embed(EmbeddingModel model, List<String> texts) {
        return embedder.embed(model, texts, Embedder.Use.PASSAGE, Priority.NORMAL)
                .toCompletableFuture()
                .join();
    }

    private JsonNode output(AiTask task, String input, String options) throws Exception {
        return JSON.readTree(compute(task, input, options).output().text());
    }

    private AiResult compute(AiTask task, String input, String options) {
        return scheduler
                .compute(new AiRequest(
                        task,
                        new Json(input),
                        null,
                        Priority.INTERACTIVE,
                        null,
                        options == null ? null : new Json(options)))
                .toCompletableFuture()
                .join();
    }

    private LocalAiScheduler made() {
        LocalAiScheduler module =
                new LocalAiScheduler(Settings.of(SettingsTest.configuration(Map.of()), Map.of()), List.of(folder));
        module.bindEngine(engine);
        module.bindStateStore(new MemoryStore());
        module.start();
        module.prepare();
        return module;
    }
}
