package org.byenatos.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    @TempDir
    Path root;

    private Path texts;

    @BeforeEach
    void texts() throws IOException {
        texts = Toy.folder(root);
    }

    @Test
    void equalSeedsMakeEqualFilesWithAnyNumberOfThreads() throws IOException {
        assertSame(train("one", 1, quiet()), train("three", 3, quiet()));
    }

    @Test
    void aStoppedTrainingGoesOnWhereItStood() throws IOException {
        ModelFolder straight = train("straight", 2, quiet());
        assertThatThrownBy(() -> train("stopped", 2, new StopAt("step 30"))).isInstanceOf(UncheckedIOException.class);
        assertThat(Files.exists(root.resolve("stopped").resolve("model.onnx"))).isFalse();
        assertSame(straight, train("stopped", 2, quiet()));
    }

    @Test
    void theModelKnowsWhatBelongsTogether() throws IOException {
        try (ServedModel served = ServedModel.open(train("model", 2, quiet()))) {
            float[] english = served.embed("The old gardener sells two bicycles");
            assertThat(Floats.norm(english)).isCloseTo(1, within(1e-5f));
            assertThat(Floats.dot(english, served.embed("老园丁每天早上出售两辆自行车")))
                    .isGreaterThan(0.2f + Floats.dot(english, served.embed("我的姐姐每天早上粉刷厨房的门")));
            assertThat(served.embed("?!")).containsOnly(0);
        }
    }

    @Test
    void theGraphEqualsTheTrainersOwnComputation() throws IOException {
        ModelFolder model = train("model", 2, quiet());
        try (TextTokenizer tokenizer = TextTokenizer.open(model.tokenizer());
                ServedModel served = ServedModel.open(model);
                Workers workers = new Workers(1)) {
            Checkpoint last = Checkpoint.read(root.resolve("model.work/checkpoint.bin"));
            for (List<String> pair :
                    List.of(List.of("A tall pilot", "my sister paints"), List.of("邻居", "the kitchen 玫瑰"))) {
                float trained = Floats.dot(of(pair.get(0), tokenizer, last), of(pair.get(1), tokenizer, last));
                assertThat(Floats.dot(served.embed(pair.get(0)), served.embed(pair.get(1))))
                        .isCloseTo(trained, within(0.02f));
            }
        }
    }

    @Test
    void theFolderDescribesItself() throws IOException {
        ModelFolder model = train("model", 2, quiet());
        JsonNode json =
                new ObjectMapper().readTree(model.path().resolve("model.json").toFile());
        assertThat(json.get("id").asText()).isEqualTo("byenatos-static-v1");
        assertThat(json.get("engine").asText()).isEqualTo("table");
        assertThat(json.get("dimensions").asInt()).isEqualTo(16);
        for (String file : List.of("model.onnx", "model.onnx.data", "tokenizer.json")) {
            assertThat(json.get("files").get(file).asText()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void anotherRecipeIsNotMixedIn() throws IOException {
        train("model", 2, quiet());
        assertThatThrownBy(() -> WorkFolder.open(root.resolve("model.work"), Toy.RECIPE.with(8, 60)))
                .isInstanceOf(TrainerException.class)
                .hasMessageContaining("other settings");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(texts.resolve("pairs-zh.tsv.xz"));
        assertThatThrownBy(() -> train("model", 2, quiet()))
                .isInstanceOf(TrainerException.class)
                .hasMessageContaining("pairs-zh.tsv.xz is missing");
    }

    @Test
    void aTornFileIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(texts.resolve("zh-text.tsv.xz"));
        Files.write(texts.resolve("zh-text.tsv.xz"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> train("model", 2, quiet()))
                .isInstanceOf(TrainerException.class)
                .hasMessageContaining("zh-text.tsv.xz can't be read");
    }

    private static float[] of(String text, TextTokenizer tokenizer, Checkpoint last) {
        return TextVector.of(tokenizer.encode(text), last.table());
    }

    private ModelFolder train(String name, int threads, PrintStream screen) throws IOException {
        ModelFolder to = new ModelFolder(root.resolve(name));
        WorkFolder work = WorkFolder.open(root.resolve(name + ".work"), Toy.RECIPE);
        try (Workers workers = new Workers(threads)) {
            new Training(Toy.RECIPE, work, workers, screen, 10).run(texts, to);
        }
        return to;
    }

    private static void assertSame(ModelFolder a, ModelFolder b) {
        for (String file : List.of("model.onnx", "model.onnx.data", "tokenizer.json", "model.json")) {
            assertThat(a.path().resolve(file)).hasSameBinaryContentAs(b.path().resolve(file));
        }
    }

    private static PrintStream quiet() {
        return new PrintStream(OutputStream.nullOutputStream());
    }

    /** A screen that breaks off a training. */
    private static final class StopAt extends PrintStream {
        private final String line;

        StopAt(String line) {
            super(OutputStream.nullOutputStream());
            this.line = line;
        }

        @Override
        public PrintStream printf(String format, Object... arguments) {
            if (Arrays.stream(arguments).anyMatch(a -> a.toString().startsWith(line))) {
                throw new UncheckedIOException(new IOException("stopped"));
            }
            return this;
        }
    }
}
