package org.byenatos.ai.engine;

import static org.byenatos.ai.engine.GraphWriter.with;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Writes an encoder of MiniLM's size (6 layers, 384 dimensions, 12 heads, 22 million parameters) with random weights, its
 * matrices in int8 with dynamic quantisation as ONNX Runtime's own tool does it, and masked mean and unit length in the
 * graph.
 */
final class Encoder {

    /** Length of its vectors. */
    static final int DIMENSIONS = 384;

    /** How many tokens it knows. */
    static final int VOCABULARY = 30_522;

    /** How many tokens it reads. */
    static final int POSITIONS = 512;

    private static final int LAYERS = 6;
    private static final int HEADS = 12;
    private static final int INNER = 4 * DIMENSIONS;
    private static final long FLOAT = 1;
    private static final long INT64 = 7;

    private final GraphWriter graph =
            new GraphWriter().tokens("input_ids").tokens("attention_mask").tokens("token_type_ids");
    private final Random random = new Random(42);
    private int weights;

    /** Writes the model and a tokenizer for it. */
    static Path write(Path folder) {
        new Encoder().graph(folder.resolve("model.onnx"));
        return Models.withLargeTokenizer(folder, VOCABULARY);
    }

    private void graph(Path file) {
        graph.longs("second", 1);
        graph.longs("last", -1);
        graph.longs("split", 0, 0, HEADS, DIMENSIONS / HEADS);
        graph.longs("join", 0, 0, DIMENSIONS);
        graph.scalar("one", 1);
        graph.scalar("far", -1e4f);
        graph.scalar("scale", (float) (1 / Math.sqrt((double) DIMENSIONS / HEADS)));
        String mask = graph.step("Cast", List.of("attention_mask"), with("to", FLOAT));
        String tokens = embeddings();
        String masked = graph.step("Mul", List.of(graph.step("Sub", List.of("one", mask)), "far"));
        String bias = graph.step("Unsqueeze", List.of(masked, graph.longs("heads", 1, 2)));
        for (int layer = 0; layer < LAYERS; layer++) {
            tokens = normal(graph.step("Add", List.of(tokens, attention(tokens, bias))));
            String inner = graph.step("Gelu", List.of(linear(tokens, DIMENSIONS, INNER)));
            tokens = normal(graph.step("Add", List.of(tokens, linear(inner, INNER, DIMENSIONS))));
        }
        String weight = graph.step("Unsqueeze", List.of(mask, "last"));
        String sum = graph.step(
                "ReduceSum", List.of(graph.step("Mul", List.of(tokens, weight)), "second"), with("keepdims", 0));
        String length = graph.step("ReduceL2", List.of(sum, "last"), with("keepdims", 1));
        graph.step("Div", List.of(sum, length), List.of("sentence_embedding"));
        graph.output("sentence_embedding", "batch", Integer.toString(DIMENSIONS))
                .write(file);
    }

    private String embeddings() {
        byte[] table = new byte[VOCABULARY * DIMENSIONS];
        random.nextBytes(table);
        graph.bytes("words", table, VOCABULARY, DIMENSIONS);
        String rows =
                graph.step("Cast", List.of(graph.step("Gather", List.of("words", "input_ids"))), with("to", FLOAT));
        String words = graph.step("Mul", List.of(rows, graph.scalar("words_scale", 0.001f)));
        String types = graph.step("Gather", List.of(matrix(2, DIMENSIONS), "token_type_ids"));
        String ones = graph.step("ConstantOfShape", List.of(graph.step("Shape", List.of("input_ids"))));
        String each = graph.step(
                "Add", List.of(graph.step("Cast", List.of(ones), with("to", INT64)), graph.longs("unit", 1)));
        String counted = graph.step("CumSum", List.of(each, graph.longs("along", 1)), with("exclusive", 1));
        String positions = graph.step("Gather", List.of(matrix(POSITIONS, DIMENSIONS), counted));
        return normal(graph.step("Add", List.of(graph.step("Add", List.of(words, types)), positions)));
    }

    private String attention(String tokens, String bias) {
        String query = heads(tokens, 0, 2, 1, 3);
        String key = heads(tokens, 0, 2, 3, 1);
        String value = heads(tokens, 0, 2, 1, 3);
        String scores = graph.step("Mul", List.of(graph.step("MatMul", List.of(query, key)), "scale"));
        String shares = graph.step("Softmax", List.of(graph.step("Add", List.of(scores, bias))), with("axis", -1));
        String mixed = graph.step(
                "Transpose",
                List.of(graph.step("MatMul", List.of(shares, value))),
                with("perm", List.of(0L, 2L, 1L, 3L)));
        return linear(graph.step("Reshape", List.of(mixed, "join")), DIMENSIONS, DIMENSIONS);
    }

    private String heads(String tokens, long... order) {
        String split = graph.step("Reshape", List.of(linear(tokens, DIMENSIONS, DIMENSIONS), "split"));
        return graph.step("Transpose", List.of(split), with("perm", List.of(order[0], order[1], order[2], order[3])));
    }

    private String linear(String input, int from, int to) {
        byte[] matrix = new byte[from * to];
        random.nextBytes(matrix);
        String name = "m" + weights++;
        graph.bytes(name, matrix, from, to);
        String quantised = name + "_q";
        graph.step("DynamicQuantizeLinear", List.of(input), List.of(quantised, name + "_s", name + "_z"));
        String product = graph.step("MatMulInteger", List.of(quantised, name, name + "_z"));
        String scale = graph.step("Mul", List.of(name + "_s", graph.scalar(name + "_w", 0.0003f)));
        String real = graph.step("Mul", List.of(graph.step("Cast", List.of(product), with("to", FLOAT)), scale));
        return graph.step("Add", List.of(real, graph.floats(name + "_b", new float[to], to)));
    }

    private String normal(String input) {
        float[] ones = new float[DIMENSIONS];
        java.util.Arrays.fill(ones, 1);
        String name = "n" + weights++;
        return graph.step(
                "LayerNormalization",
                List.of(
                        input,
                        graph.floats(name + "_g", ones, DIMENSIONS),
                        graph.floats(name + "_b", new float[DIMENSIONS], DIMENSIONS)),
                with("axis", -1));
    }

    private String matrix(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * 0.02f;
        }
        return graph.floats("m" + weights++, values, rows, columns);
    }
}
