package org.byenatos.localaischeduler.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.Pooling;
import org.byenatos.localaischeduler.HashEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in folders, and what is refused and why. */
class ModelFoldersTest {

    private static final String SUM = "a".repeat(64);

    @TempDir
    Path home;

    @TempDir
    Path distribution;

    @Test
    void readsWhatAModelSaysOfItself() throws Exception {
        Path folder = HashEngine.write(
                home,
                "good",
                "embedding",
                64,
                ",\"pooling\":\"mean\",\"normalize\":true,\"query_prefix\":\"query: \","
                        + "\"languages\":[\"en\",\"zh\"],\"licence\":\"MIT\"");
        FoundModel found = find().get("good");

        assertThat(found.reason()).isNull();
        assertThat(found.spec().task()).isEqualTo(ModelTask.EMBEDDING);
        assertThat(found.spec().pooling()).isEqualTo(Pooling.MEAN);
        assertThat(found.spec().queryPrefix()).isEqualTo("query: ");
        assertThat(found.spec().passagePrefix()).isEmpty();
        assertThat(found.spec().languages()).containsExactly("en", "zh");
        assertThat(found.spec().licence()).isEqualTo("MIT");
        assertThat(found.fingerprint()).matches("[0-9a-f]{16}");
        Files.writeString(folder.resolve("model.json"), ModelJson.write(found.spec()));
        assertThat(ModelJson.read(new ModelFolder(folder))).isEqualTo(found.spec());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|no JSON",
                "[]|must hold a JSON object",
                "{}|id is missing",
                "{\"id\":\"Bad Id\"ID|its id must be",
                "{\"id\":\"a\",\"id\":\"b\"ID|no JSON",
                "{\"id\":\"a\",\"colour\":1ID|colour is not a member",
                "{\"id\":\"a\",\"task\":\"sing\"}|task must be one of embedding, rerank, classification",
                "{\"id\":\"a\",\"task\":\"embedding\",\"engine\":\"e\",\"files\":{},\"dimensions\":8,\"maximum_tokens\":8}|files must be an object",
                "{\"id\":\"a\",\"task\":\"embedding\",\"engine\":\"e\",\"files\":{\"../salt.txt\":\"SUM\"},\"dimensions\":8,\"maximum_tokens\":8}|plain path within the folder",
                "{\"id\":\"a\",\"task\":\"embedding\",\"engine\":\"e\",\"files\":{\"/etc/passwd\":\"SUM\"},\"dimensions\":8,\"maximum_tokens\":8}|plain path within the folder",
                "{\"id\":\"a\",\"task\":\"embedding\",\"engine\":\"e\",\"files\":{\"gone.onnx\":\"SUM\"},\"dimensions\":8,\"maximum_tokens\":8}|gone.onnx is missing",
                "{\"id\":\"a\",\"task\":\"embedding\",\"engine\":\"e\",\"files\":{\"salt.txt\":\"abc\"},\"dimensions\":8,\"maximum_tokens\":8}|SHA-256",
                "{\"id\":\"a\",\"task\":\"embedding\",\"engine\":\"e\",\"files\":{\"salt.txt\":\"SUM\"},\"dimensions\":0,\"maximum_tokens\":8}|dimensions must be a whole number",
                "{\"id\":\"a\",\"task\":\"embedding\",\"engine\":\"e\",\"files\":{\"salt.txt\":\"SUM\"},\"dimensions\":8,\"maximum_tokens\":1e9}|maximum_tokens must be",
                "{\"id\":\"a\",\"task\":\"rerank\",\"engine\":\"e\",\"files\":{\"salt.txt\":\"SUM\"},\"dimensions\":8,\"maximum_tokens\":8}|dimensions 1",
                "{\"id\":\"a\",\"task\":\"classification\",\"engine\":\"e\",\"files\":{\"salt.txt\":\"SUM\"},\"dimensions\":2,\"maximum_tokens\":8}|two labels or more",
                "{\"id\":\"a\",\"task\":\"embedding\",\"engine\":\"e\",\"files\":{\"salt.txt\":\"SUM\"},\"dimensions\":8,\"maximum_tokens\":8,\"pooling\":\"max\"}|pooling must be one of none, mean, cls",
            })
    void refusesWhatIsNoModelWithItsReason(String json, String reason) throws Exception {
        Path folder = HashEngine.write(home, "bad", "embedding", 8, "");
        String rest =
                ",\"task\":\"embedding\",\"engine\":\"e\",\"files\":{\"salt.txt\":\"SUM\"},\"dimensions\":8,\"maximum_tokens\":8}";
        Files.writeString(folder.resolve("model.json"), json.replace("ID", rest).replace("SUM", SUM));

        assertThat(find().get("bad").reason()).contains(reason);
    }

    @Test
    void refusesLinksThatLeaveTheFolder() throws Exception {
        Path folder = HashEngine.write(home, "linked", "embedding", 8, "");
        Path outside = Files.writeString(distribution.resolve("secret"), "7");
        Files.delete(folder.resolve(HashEngine.FILE));
        Files.createSymbolicLink(folder.resolve(HashEngine.FILE), outside);
        Path elsewhere = HashEngine.write(Files.createTempDirectory("byenatos-models"), "away", "embedding", 8, "");
        Files.createSymbolicLink(home.resolve("away"), elsewhere);

        assertThat(find().get("linked").reason()).contains("lies outside the folder");
        assertThat(find().get("away").reason()).contains("link to elsewhere");
    }

    @Test
    void refusesWhatIsLargerThanTheMemoryForModels() throws Exception {
        HashEngine.write(home, "large", "embedding", 8, "");

        FoundModel found = new ModelFinder(List.of(home), 4, Clock.systemUTC())
                .find(List.of())
                .get("large");
        assertThat(found.reason()).contains("model.memory.mib");
    }

    @Test
    void ofTwoWithOneIdTheHomesCounts() throws Exception {
        HashEngine.write(home, "twin", "embedding", 8, "");
        HashEngine.write(distribution, "twin", "embedding", 16, "");
        Map<String, FoundModel> found = find();

        assertThat(found.get("twin").spec().dimensions()).isEqualTo(8);
        assertThat(found.get("twin (2)").reason()).contains("has a model of the id twin");
    }

    @Test
    void aFolderWithoutAModelIsNamedAndAnEmptyOneIsNot() throws Exception {
        Files.createDirectories(home.resolve("empty"));
        Files.createDirectories(home.resolve("photos"));
        Files.writeString(home.resolve("photos").resolve("a.txt"), "a");
        age(home.resolve("photos"));

        assertThat(find()).containsOnlyKeys("photos");
        assertThat(find().get("photos").reason()).contains("neither a model.json");
    }

    @Test
    void aSentenceTransformersExportWorksAsItIs() throws Exception {
        Path folder = export("My MiniLM_v2", "mean");

        assertThat(find()).as("still being copied").isEmpty();
        age(folder);
        FoundModel found = find().get("my-minilm_v2");

        assertThat(found.reason()).isNull();
        assertThat(found.spec().engine()).isEqualTo("onnxruntime");
        assertThat(found.spec().dimensions()).isEqualTo(384);
        assertThat(found.spec().maximumTokens()).isEqualTo(256);
        assertThat(found.spec().pooling()).isEqualTo(Pooling.MEAN);
        assertThat(found.spec().normalize()).isTrue();
        assertThat(found.spec().queryPrefix()).isEqualTo("query: ");
        assertThat(found.spec().passagePrefix()).isEqualTo("passage: ");
        assertThat(found.spec().files()).containsOnlyKeys("onnx/model.onnx", "tokenizer.json");
        assertThat(ModelJson.read(new ModelFolder(folder))).isEqualTo(found.spec());
        assertThat(find().get("my-minilm_v2").spec()).isEqualTo(found.spec());
    }

    @Test
    void anExportThatWouldGiveOtherVectorsIsRefused() throws Exception {
        Path dense = export("dense", "cls");
        Files.writeString(dense.resolve("modules.json"), "[{\"type\":\"sentence_transformers.models.Dense\"}]");
        age(dense);
        age(export("max", "max"));

        assertThat(find().get("dense").reason()).contains("modules.json");
        assertThat(find().get("max").reason()).contains("1_Pooling/config.json");
    }

    @Test
    void aCrossEncoderAndAClassifierAreTold() throws Exception {
        Path cross = export("cross", "mean");
        Files.writeString(
                cross.resolve("config.json"),
                "{\"architectures\":[\"BertForSequenceClassification\"],\"id2label\":{\"0\":\"LABEL_0\"},\"hidden_size\":8}");
        Path moods = export("moods", "mean");
        Files.writeString(
                moods.resolve("config.json"),
                "{\"architectures\":[\"BertForSequenceClassification\"],\"id2label\":{\"0\":\"bad\",\"1\":\"good\"}}");
        age(cross);
        age(moods);

        assertThat(find().get("cross").spec().task()).isEqualTo(ModelTask.RERANK);
        assertThat(find().get("moods").spec().labels()).containsExactly("bad", "good");
    }

    @Test
    void checksumsAreOfTheFiles() throws Exception {
        Path folder = HashEngine.write(home, "sums", "embedding", 8, "");
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve("salt.txt")));

        assertThat(Checksums.of(new ModelFolder(folder), "salt.txt"))
                .isEqualTo(HexFormat.of().formatHex(expected));
    }

    private Path export(String name, String pooling) throws Exception {
        Path folder = Files.createDirectories(home.resolve(name));
        Files.createDirectories(folder.resolve("onnx"));
        Files.createDirectories(folder.resolve("1_Pooling"));
        Files.writeString(folder.resolve("onnx/model.onnx"), "weights", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        Files.writeString(
                folder.resolve("config.json"),
                "{\"architectures\":[\"BertModel\"],\"hidden_size\":384,\"max_position_embeddings\":512}");
        Files.writeString(
                folder.resolve("sentence_bert_config.json"), "{\"max_seq_length\":256,\"do_lower_case\":false}");
        Files.writeString(
                folder.resolve("config_sentence_transformers.json"),
                "{\"prompts\":{\"query\":\"query: \",\"passage\":\"passage: \"}}");
        Files.writeString(
                folder.resolve("modules.json"),
                "[{\"type\":\"sentence_transformers.models.Transformer\"},{\"type\":\"sentence_transformers.models.Pooling\"},"
                        + "{\"type\":\"sentence_transformers.models.Normalize\"}]");
        Files.writeString(
                folder.resolve("1_Pooling/config.json"),
                "{\"word_embedding_dimension\":384,\"pooling_mode_%s_tokens\":true}"
                        .formatted(pooling.equals("cls") ? "x" : pooling)
                        .replace("x_tokens", "cls_token"));
        return folder;
    }

    /** As if it had been copied a minute ago. */
    private static void age(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            }
        }
    }

    private Map<String, FoundModel> find() {
        return new ModelFinder(List.of(home, distribution), 1 << 20, Clock.systemUTC()).find(List.of());
    }
}
