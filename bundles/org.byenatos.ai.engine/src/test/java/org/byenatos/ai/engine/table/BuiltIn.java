package org.byenatos.ai.engine.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.Pooling;

/** The model that the core brings along, and texts for it. */
public final class BuiltIn {

    /** Its folder. */
    public static final Path FOLDER = Path.of("..", "..", "models", "byenatos-static-v1");

    static final String TABLE = "model.onnx.data";
    static final String GRAPH = "model.onnx";
    static final String TOKENIZER = "tokenizer.json";
    static final int DIMENSIONS = 256;

    private static final Path DEMO = Path.of("..", "..", "config", "demo");

    private BuiltIn() {}

    /** What its model.json says. */
    public static ModelSpec spec() {
        return spec(ModelTask.EMBEDDING, DIMENSIONS, Pooling.NONE);
    }

    static ModelSpec spec(ModelTask task, int dimensions, Pooling pooling) {
        return new ModelSpec(
                "byenatos-static-v1",
                task,
                "table",
                Map.of(GRAPH, "", TABLE, "", TOKENIZER, ""),
                dimensions,
                512,
                pooling,
                false,
                "",
                "",
                List.of(),
                List.of("en", "zh"),
                null);
    }

    /** A copy whose files can be changed. */
    static Path copy(Path to) {
        try {
            for (String file : List.of(GRAPH, TABLE, TOKENIZER)) {
                Files.copy(FOLDER.resolve(file), to.resolve(file));
            }
            return to;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts other bytes in the place of the first that are equal, as Latin-1. */
    static void change(Path file, String from, String to) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!content.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        int at = content.indexOf(from);
        String changed = content.substring(0, at) + to + content.substring(at + from.length());
        Files.writeString(file, changed, StandardCharsets.ISO_8859_1);
    }

    /** The lines of the demo's files. */
    public static List<ModelInput> texts() throws IOException {
        try (Stream<Path> files = Files.list(DEMO)) {
            return files.sorted().flatMap(BuiltIn::lines).map(ModelInput::new).toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
