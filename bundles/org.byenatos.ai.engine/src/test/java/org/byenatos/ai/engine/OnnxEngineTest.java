package org.byenatos.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelOutput;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.ai.model.Pooling;
import org.byenatos.api.error.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on real models, whose results are known or can be computed here. */
class OnnxEngineTest {

    private final OnnxEngine engine = EngineForTests.get();

    @TempDir
    private Path folder;

    @Test
    void saysTheVersionThatRuns() {
        try (OpenModel model = engine.open(Models.staticTable(folder, Models.vocabulary()), Models.embedding())) {
            assertThat(engine.version())
                    .isEqualTo(ai.onnxruntime.OrtEnvironment.getEnvironment().getVersion());
            assertThat(engine.name()).isEqualTo("onnxruntime");
        }
    }

    @Test
    void embedsTextsOfDifferentLengthsAsEachAlone() {
        try (OpenModel model = engine.open(Models.staticTable(folder, Models.vocabulary()), Models.embedding())) {
            List<ModelInput> texts = Stream.of("river", "walking a hill . tea river", "沿着河边", "hill tea")
                    .map(ModelInput::new)
                    .toList();
            ModelOutput together = model.run(texts);
            assertThat(together.rows()).hasSize(4);
            for (int i = 0; i < texts.size(); i++) {
                float[] alone = model.run(List.of(texts.get(i))).rows().get(0);
                assertThat(together.rows().get(i)).containsExactly(alone, within(1e-6f));
                assertThat(length(alone)).isCloseTo(1, within(1e-5));
            }
            assertThat(together.tokens())
                    .isEqualTo(texts.stream().mapToInt(model::countTokens).sum());
        }
    }

    /** The root of all memory managers says how many are open below it. */
    @Test
    void aRunLeavesNothingOpen() {
        try (OpenModel model = engine.open(Models.staticTable(folder, Models.vocabulary()), Models.embedding())) {
            model.run(List.of(new ModelInput("river")));
            String before = root();
            for (int i = 0; i < 20; i++) {
                model.run(List.of(new ModelInput("river")));
            }
            assertThat(root()).contains("Resource size").isEqualTo(before);
        }
    }

    private static String root() {
        try (NDManager below = Engine.getEngine("OnnxRuntime").newBaseManager()) {
            return below.getParentManager().toString();
        }
    }

    @Test
    void countsTokensWithTheSpecialOnesAndCutsAtTheMaximum() {
        try (OpenModel model = engine.open(Models.staticTable(folder, Models.vocabulary()), Models.embedding())) {
            assertThat(model.countTokens(new ModelInput(""))).isEqualTo(2);
            assertThat(model.countTokens(new ModelInput("Walking a hill"))).isEqualTo(2 + 4);
            assertThat(model.countTokens(new ModelInput("river ".repeat(10_000))))
                    .isEqualTo(64);
            assertThat(model.countTokens(new ModelInput("river ".repeat(100), "tea ".repeat(100))))
                    .isEqualTo(64);
        }
    }

    @Test
    void survivesTextsThatAreNone() {
        try (OpenModel model = engine.open(Models.staticTable(folder, Models.vocabulary()), Models.embedding())) {
            List<ModelInput> texts = Stream.of(
                            "", " ", "\u0000", "\ud83d", "\udc00 tea", "🙂".repeat(5000), "\uffff\ufffe")
                    .map(ModelInput::new)
                    .toList();
            ModelOutput output = model.run(texts);
            assertThat(output.rows()).hasSize(texts.size()).allSatisfy(row -> {
                assertThat(row).hasSize(Models.DIMENSIONS);
                assertThat(Float.isFinite(row[0])).isTrue();
            });
            assertThat(model.run(List.of()).rows()).isEmpty();
        }
    }

    @Test
    void poolsTheTokensOfAGraphThatDoesNot() {
        Models.tokenTable(folder);
        List<ModelInput> texts = List.of(new ModelInput("tea"), new ModelInput("hill river tea walking"));
        try (OpenModel mean =
                        engine.open(folder, Models.spec(ModelTask.EMBEDDING, Models.DIMENSIONS, Pooling.MEAN, false));
                OpenModel first =
                        engine.open(folder, Models.spec(ModelTask.EMBEDDING, Models.DIMENSIONS, Pooling.CLS, true))) {
            float[] start = first.run(texts).rows().get(0);
            assertThat(first.run(texts).rows().get(1)).containsExactly(start, within(1e-6f));
            assertThat(length(start)).isCloseTo(1, within(1e-5));
            // [CLS] tea [SEP] and [CLS] hill river tea walk ##ing [SEP]: the means share three tokens
            float[] tea = mean.run(texts).rows().get(0);
            float[] sum = sum(mean, "", "tea");
            assertThat(tea).containsExactly(sum, within(1e-5f));
        }
    }

    @Test
    void readsPairs() {
        try (OpenModel model =
                engine.open(Models.pairScores(folder), Models.spec(ModelTask.RERANK, 1, Pooling.NONE, false))) {
            ModelOutput output = model.run(List.of(
                    new ModelInput("a river", "tea"), new ModelInput("tea", "walking a hill"), new ModelInput("tea")));
            assertThat(output.rows().stream().map(row -> row[0])).containsExactly(2f, 5f, 0f);
        }
    }

    @Test
    void manyThreadsGetTheSameAsOne() {
        try (OpenModel model = engine.open(Models.staticTable(folder, Models.vocabulary()), Models.embedding())) {
            List<ModelInput> texts = List.of(new ModelInput("a walk by the river"), new ModelInput("tea"));
            float[] expected = model.run(texts).rows().get(0);
            assertThat(IntStream.range(0, 2000)
                            .parallel()
                            .mapToObj(i -> model.run(texts).rows().get(0)))
                    .allSatisfy(row -> assertThat(row).containsExactly(expected));
        }
    }

    @Test
    void aClosedModelSaysSoAndClosingWaitsForRuns() throws Exception {
        OpenModel model = engine.open(Models.staticTable(folder, Models.vocabulary()), Models.embedding());
        List<ModelInput> texts = List.of(new ModelInput("river tea hill"));
        List<Thread> runners = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> runUntilClosed(model, texts)))
                .toList();
        runners.forEach(Thread::start);
        Thread.sleep(50);
        model.close();
        model.close();
        for (Thread runner : runners) {
            runner.join(10_000);
            assertThat(runner.isAlive()).isFalse();
        }
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> model.run(texts));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> model.countTokens(texts.get(0)));
    }

    @Test
    void aStoppedEngineClosesItsModelsAndOpensNone() {
        OnnxEngine other = EngineForTests.another();
        Models.staticTable(folder, Models.vocabulary());
        OpenModel model = other.open(folder, Models.embedding());
        other.stop();
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> model.run(List.of(new ModelInput("tea"))));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> other.open(folder, Models.embedding()));
    }

    @Test
    void theRuntimeIsStartedByTheFirstModelAlone() {
        Path cache = folder.resolve("cache");
        Path libraries = cache.resolve("libraries");
        Natives absent = new Natives(getClass().getClassLoader(), List.of("absent.so"), libraries);
        OnnxEngine other = new OnnxEngine(new NativeRuntime(() -> absent, cache));
        assertThat(libraries).doesNotExist();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> other.open(folder, Models.embedding()))
                .withMessageContaining("absent.so");
        assertThat(libraries).isDirectory();
        other.stop();
    }

    private static void runUntilClosed(OpenModel model, List<ModelInput> texts) {
        try {
            while (model.run(texts).rows().size() == 1) {
                Thread.onSpinWait();
            }
        } catch (UnavailableException closed) {
            return;
        }
    }

    /** The mean of the tokens of "tea", from those of the empty text and a longer one's. */
    private static float[] sum(OpenModel model, String empty, String word) {
        float[] frame = model.run(List.of(new ModelInput(empty))).rows().get(0);
        float[] twice =
                model.run(List.of(new ModelInput(word + " " + word))).rows().get(0);
        float[] mean = new float[frame.length];
        for (int i = 0; i < mean.length; i++) {
            // frame = (cls + sep) / 2; twice = (cls + sep + 2 word) / 4
            float both = frame[i] * 2;
            mean[i] = (both + (twice[i] * 4 - both) / 2) / 3;
        }
        return mean;
    }

    private static double length(float[] row) {
        double squares = 0;
        for (float value : row) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
