package org.byenatos.ai.engine.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.byenatos.ai.engine.onnx.OnnxGraph;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;

/**
 * The files of a model, looked at before a native library reads them.
 *
 * @param spec what {@code model.json} says
 * @param onnx the graph's file
 * @param tokenizer the tokenizer's file
 * @param graph what the graph's file says of itself
 * @param bytes size of all files
 */
public record ModelFolder(ModelSpec spec, Path onnx, Path tokenizer, OnnxGraph graph, long bytes) {

    private static final int FEWEST_TOKENS = 8;
    private static final int MOST_TOKENS = 8192;
    private static final int MOST_DIMENSIONS = 8192;

    private static final String GRAPH = "model.onnx";

    /** Where exports of sentence-transformers have the graph. */
    private static final String EXPORTED = "onnx/";

    private static final String TOKENIZER = "tokenizer.json";

    /**
     * Looks at a folder.
     *
     * @throws ModelRefusedException if something is missing, too large, or lies elsewhere
     */
    public static ModelFolder check(Path folder, ModelSpec spec, Limits limits) {
        within(spec, "maximum_tokens", spec.maximumTokens(), FEWEST_TOKENS, MOST_TOKENS);
        within(spec, "dimensions", spec.dimensions(), 1, MOST_DIMENSIONS);
        try {
            Path real = folder.toRealPath();
            String within = spec.files().containsKey(EXPORTED + GRAPH) ? EXPORTED : "";
            Path onnx = file(real, within + GRAPH, spec);
            Path tokenizer = file(real, TOKENIZER, spec);
            if (Files.size(tokenizer) > limits.tokenizerBytes()) {
                throw new ModelRefusedException(
                        spec.id(),
                        "its tokenizer.json has more than " + limits.tokenizerBytes()
                                + " bytes, which this JVM's heap has no room for; give it more by JAVA_OPTS=-Xmx");
            }
            OnnxGraph graph = read(spec, onnx);
            long bytes = Files.size(onnx) + Files.size(tokenizer);
            for (String external : graph.externalFiles()) {
                bytes += Files.size(weights(real, within, external, spec));
            }
            if (bytes > limits.modelBytes()) {
                throw new ModelRefusedException(
                        spec.id(), "its files have " + bytes + " bytes, more than the limit of " + limits.modelBytes());
            }
            return new ModelFolder(spec, onnx, tokenizer, graph, bytes);
        } catch (IOException unreadable) {
            throw new ModelRefusedException(spec.id(), "its folder cannot be read: " + unreadable.getMessage());
        }
    }

    private static Path weights(Path folder, String within, String name, ModelSpec spec) throws IOException {
        if (!spec.files().containsKey(within + name)
                || !Path.of(name).getFileName().toString().equals(name)) {
            throw new ModelRefusedException(
                    spec.id(), "model.onnx keeps weights in a file that model.json does not list");
        }
        return file(folder, within + name, spec);
    }

    private static Path file(Path folder, String name, ModelSpec spec) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new ModelRefusedException(spec.id(), name + " is missing");
        }
        if (!file.toRealPath().startsWith(folder)) {
            throw new ModelRefusedException(spec.id(), name + " is a link out of the folder");
        }
        return file;
    }

    private static OnnxGraph read(ModelSpec spec, Path onnx) {
        try {
            return OnnxGraph.read(onnx);
        } catch (IOException unreadable) {
            throw new ModelRefusedException(spec.id(), GRAPH + " cannot be read: " + Reasons.of(unreadable));
        }
    }

    private static void within(ModelSpec spec, String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ModelRefusedException(spec.id(), what + " must be from " + least + " to " + most);
        }
    }
}
