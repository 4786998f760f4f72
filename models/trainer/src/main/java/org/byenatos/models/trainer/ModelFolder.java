package org.byenatos.models.trainer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A folder that a core opens as a model: {@code model.json}, {@code model.onnx}, its table's bytes and {@code tokenizer.json}. */
record ModelFolder(Path path) {
    static final String ID = "byenatos-static-v1";
    private static final int LONGEST = 512;
    private static final String LICENCE = "CC-BY-SA-4.0";

    Path onnx() {
        return path.resolve("model.onnx");
    }

    Path rows() {
        return path.resolve("model.onnx.data");
    }

    Path tokenizer() {
        return path.resolve("tokenizer.json");
    }

    /** @throws TrainerException if a file of the model is missing */
    ModelFolder whole() {
        for (Path file : List.of(onnx(), rows(), tokenizer())) {
            if (!Files.isReadable(file)) {
                throw new TrainerException(file + " is missing: --model names the folder of a model");
            }
        }
        return this;
    }

    void write(QuantisedTable table, Path tokenizerFile) throws IOException {
        Files.createDirectories(path);
        new OnnxFile().write(table, onnx(), rows());
        Files.write(tokenizer(), Files.readAllBytes(tokenizerFile));
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(
                path.resolve("model.json"), json.writeValueAsString(description(json, table.rows()[0].length)) + "\n");
    }

    private ObjectNode description(ObjectMapper json, int dimensions) throws IOException {
        ObjectNode out =
                json.createObjectNode().put("id", ID).put("task", "embedding").put("engine", "table");
        ObjectNode files = out.putObject("files");
        for (Path file : List.of(onnx(), rows(), tokenizer())) {
            files.put(file.getFileName().toString(), sha256(file));
        }
        out.put("dimensions", dimensions).put("maximum_tokens", LONGEST);
        out.put("pooling", "none")
                .put("normalize", false)
                .put("query_prefix", "")
                .put("passage_prefix", "");
        out.putArray("languages").add("en").add("zh");
        return out.put("licence", LICENCE);
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
