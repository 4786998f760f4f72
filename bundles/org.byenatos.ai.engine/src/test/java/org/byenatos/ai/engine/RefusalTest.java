package org.byenatos.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.byenatos.ai.engine.GraphWriter.with;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.byenatos.ai.engine.model.Limits;
import org.byenatos.ai.engine.model.ModelOpener;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.ai.model.Pooling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are no model, each refused with its reason, and the engine as it was afterwards. */
class RefusalTest {

    private final OnnxEngine engine = EngineForTests.get();

    @TempDir
    private Path folder;

    @AfterEach
    void theEngineIsAsItWas(@TempDir Path good) {
        try (OpenModel model = engine.open(Models.staticTable(good, Models.vocabulary()), Models.embedding())) {
            assertThat(model.run(List.of(new ModelInput("tea"))).rows()).hasSize(1);
        }
    }

    @Test
    void aTokenizerWithMoreTokensThanTheTable() {
        Models.staticTable(folder, Models.vocabulary() - 1);
        refused(Models.embedding(), "tokens up to the id " + (Models.vocabulary() - 1));
    }

    @Test
    void vectorsOfAnotherLength() {
        Models.staticTable(folder, Models.vocabulary());
        refused(Models.spec(ModelTask.EMBEDDING, 32, Pooling.NONE, false), "[1, 16]", "dimensions=32");
    }

    @Test
    void poolingThatTheGraphHasDone() {
        Models.staticTable(folder, Models.vocabulary());
        refused(Models.spec(ModelTask.EMBEDDING, Models.DIMENSIONS, Pooling.MEAN, false), "single token");
    }

    @Test
    void poolingThatNobodyDoes() {
        Models.tokenTable(folder);
        refused(Models.embedding(), "[1, 1, 16]");
    }

    @Test
    void valuesThatAreNoNumbers() {
        GraphWriter graph = new GraphWriter().tokens("input_ids").tokens("attention_mask");
        String none = graph.step("Cast", List.of("attention_mask"), with("to", 1));
        String zero = graph.step("Sub", List.of(none, none));
        graph.step("Div", List.of(zero, zero), List.of("out"));
        graph.output("out", "batch", "tokens").write(folder.resolve("model.onnx"));
        Models.withTokenizer(folder);
        refused(Models.spec(ModelTask.EMBEDDING, 1, Pooling.NONE, false), "no numbers");
    }

    @Test
    void aGraphWithoutTheInputs() {
        GraphWriter graph = new GraphWriter().tokens("input_ids");
        graph.step("Cast", List.of("input_ids"), List.of("out"), with("to", 1));
        graph.output("out", "batch", "tokens").write(folder.resolve("model.onnx"));
        Models.withTokenizer(folder);
        refused(Models.embedding(), "no input attention_mask");
    }

    @Test
    void aGraphWithInputsThatNobodyKnows() {
        GraphWriter graph =
                new GraphWriter().tokens("input_ids").tokens("attention_mask").tokens("pixels");
        graph.step("Cast", List.of("pixels"), List.of("out"), with("to", 1));
        graph.output("out", "batch", "tokens").write(folder.resolve("model.onnx"));
        Models.withTokenizer(folder);
        refused(Models.embedding(), "input pixels");
    }

    @Test
    void inputsOfFloats() {
        GraphWriter graph = new GraphWriter().tokens("attention_mask").input("input_ids", TensorProto.DataType.FLOAT);
        graph.step("Identity", List.of("input_ids"), List.of("out"));
        graph.output("out", "batch", "tokens").write(folder.resolve("model.onnx"));
        Models.withTokenizer(folder);
        refused(Models.embedding(), "input_ids is not of whole numbers");
    }

    @Test
    void aStepThatNoRuntimeKnows() {
        GraphWriter graph = new GraphWriter().tokens("input_ids").tokens("attention_mask");
        graph.step("Teleport", List.of("input_ids"), List.of("out"));
        graph.output("out", "batch", "tokens").write(folder.resolve("model.onnx"));
        Models.withTokenizer(folder);
        refused(Models.embedding(), "model.onnx cannot be used", "Teleport");
    }

    @Test
    void aGraphThatMayNeverEnd() {
        GraphWriter graph = new GraphWriter().tokens("input_ids").tokens("attention_mask");
        graph.step("Loop", List.of("input_ids"), List.of("out"));
        graph.output("out", "batch", "tokens").write(folder.resolve("model.onnx"));
        Models.withTokenizer(folder);
        refused(Models.embedding(), "[Loop]");
    }

    @Test
    void missingFiles() throws IOException {
        refused(Models.embedding(), "model.onnx is missing");
        Models.staticTable(folder, Models.vocabulary());
        Files.delete(folder.resolve("tokenizer.json"));
        refused(Models.embedding(), "tokenizer.json is missing");
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> engine.open(folder.resolve("nowhere"), Models.embedding()));
    }

    @Test
    void filesThatAreSomethingElse() throws IOException {
        Models.staticTable(folder, Models.vocabulary());
        byte[] onnx = Files.readAllBytes(folder.resolve("model.onnx"));
        Files.writeString(folder.resolve("model.onnx"), "<html>Not found</html>");
        refused(Models.embedding(), "model.onnx cannot be read");
        Files.write(folder.resolve("model.onnx"), java.util.Arrays.copyOf(onnx, onnx.length / 2));
        refused(Models.embedding(), "model.onnx");
        Files.write(folder.resolve("model.onnx"), new byte[0]);
        refused(Models.embedding(), "no graph");
        Files.write(folder.resolve("model.onnx"), onnx);
        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\":{\"vocab\":{\"a\":0}}}");
        refused(Models.embedding(), "tokenizer.json cannot be used");
        Files.writeString(folder.resolve("tokenizer.json"), "[]");
        refused(Models.embedding(), "tokenizer.json cannot be read");
    }

    @Test
    void damageAnywhereInTheFile() throws IOException {
        Models.staticTable(folder, Models.vocabulary());
        Path file = folder.resolve("model.onnx");
        byte[] onnx = Files.readAllBytes(file);
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = onnx.clone();
            for (int bits = 0; bits < 8; bits++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            try (OpenModel model = engine.open(folder, Models.embedding())) {
                model.run(List.of(new ModelInput("tea")));
            } catch (ModelRefusedException expected) {
                refused++;
            }
        }
        // weights may change without anybody noticing, which is what checksums are for
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
        Models.staticTable(elsewhere, Models.vocabulary());
        Models.withTokenizer(folder);
        Files.createSymbolicLink(folder.resolve("model.onnx"), elsewhere.resolve("model.onnx"));
        refused(Models.embedding(), "model.onnx is a link out of the folder");
    }

    @Test
    void weightsElsewhere(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.write(elsewhere.resolve("secret"), new byte[4096]);
        for (String location :
                List.of(secret.toString(), "../" + elsewhere.getFileName() + "/secret", "weights.bin", "..", "", ".")) {
            GraphWriter graph = new GraphWriter().tokens("input_ids").tokens("attention_mask");
            graph.external("table", location, TensorProto.DataType.FLOAT, 15, 16);
            graph.step("Gather", List.of("table", "input_ids"), List.of("out"));
            graph.output("out", "batch", "tokens", "16").write(folder.resolve("model.onnx"));
            Models.withTokenizer(folder);
            refused(
                    Models.spec(ModelTask.EMBEDDING, Models.DIMENSIONS, Pooling.MEAN, false),
                    "weights in a file that model.json does not list");
        }
    }

    @Test
    void weightsBesideTheGraphAreTakenWhenTheyAreListed() throws IOException {
        GraphWriter graph = new GraphWriter().tokens("input_ids").tokens("attention_mask");
        graph.external("table", "weights.bin", TensorProto.DataType.FLOAT, Models.vocabulary(), 16);
        graph.step("Gather", List.of("table", "input_ids"), List.of("out"));
        graph.output("out", "batch", "tokens", "16").write(folder.resolve("model.onnx"));
        Models.withTokenizer(folder);
        ModelSpec listed = withFiles(Map.of("weights.bin", "ab"));
        refused(listed, "weights.bin is missing");
        Files.write(folder.resolve("weights.bin"), new byte[16]);
        refused(listed, "model.onnx cannot be used");
        Files.write(folder.resolve("weights.bin"), new byte[Models.vocabulary() * 16 * 4]);
        try (OpenModel model = engine.open(folder, listed)) {
            assertThat(model.run(List.of(new ModelInput("tea"))).rows().get(0)).containsOnly(0);
        }
    }

    @Test
    void claimsOfEnormousWeights() {
        GraphWriter graph = new GraphWriter().tokens("input_ids").tokens("attention_mask");
        graph.bytes("table", new byte[16], 1L << 40, 1L << 20);
        graph.step("Gather", List.of("table", "input_ids"), List.of("out"));
        graph.output("out", "batch", "tokens", "16").write(folder.resolve("model.onnx"));
        Models.withTokenizer(folder);
        refused(Models.embedding(), "model.onnx cannot be used");
    }

    @Test
    void moreThanTheLimits() {
        Models.staticTable(folder, Models.vocabulary());
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> new ModelOpener(new Limits(1000, 100_000)).open(folder, Models.embedding()))
                .withMessageContaining("more than the limit of 1000");
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> new ModelOpener(new Limits(1_000_000, 100)).open(folder, Models.embedding()))
                .withMessageContaining("-Xmx");
    }

    @Test
    void numbersOutOfRange() {
        Models.staticTable(folder, Models.vocabulary());
        refused(Models.spec(ModelTask.EMBEDDING, 0, Pooling.NONE, false), "dimensions");
        refused(Models.spec(ModelTask.EMBEDDING, 1_000_000, Pooling.NONE, false), "dimensions");
    }

    private void refused(ModelSpec spec, String... reasons) {
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> engine.open(folder, spec).close())
                .satisfies(refused -> assertThat(refused.getMessage()).contains(reasons));
    }

    private static ModelSpec withFiles(Map<String, String> files) {
        ModelSpec spec = Models.spec(ModelTask.EMBEDDING, Models.DIMENSIONS, Pooling.MEAN, false);
        return new ModelSpec(
                spec.id(),
                spec.task(),
                spec.engine(),
                files,
                spec.dimensions(),
                spec.maximumTokens(),
                spec.pooling(),
                spec.normalize(),
                "",
                "",
                List.of(),
                List.of(),
                null);
    }
}
