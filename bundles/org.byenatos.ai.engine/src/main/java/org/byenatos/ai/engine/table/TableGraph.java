package org.byenatos.ai.engine.table;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.byenatos.ai.engine.onnx.OnnxGraph;
import org.byenatos.ai.engine.onnx.OnnxStep;
import org.byenatos.ai.engine.onnx.OnnxWeights;

/**
 * The one graph that is a table: rows of bytes and their scales gathered, multiplied, summed and divided by the sum's
 * length. Names and order are those that the trainer of {@code byenatos-static-v1} writes.
 *
 * @param table the bytes, in a file of their own
 * @param scales one for each row
 * @param tiny the least length that a sum is divided by
 * @param middle the axis of the tokens
 */
record TableGraph(OnnxWeights table, OnnxWeights scales, OnnxWeights tiny, OnnxWeights middle) {

    private static final long OPERATOR_SET = 13;
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String RESULT = "sentence_embedding";
    private static final List<String> WEIGHTS = List.of("table", "scales", "tiny", "middle");
    private static final Map<String, List<Long>> TO_FLOAT = Map.of("to", List.of((long) OnnxWeights.FLOAT));
    private static final Map<String, List<Long>> OVER_ROWS = Map.of("axes", List.of(1L));

    private static final List<OnnxStep> STEPS = List.of(
            step("Gather", "rows8", Map.of(), "table", IDS),
            step("Cast", "rows", TO_FLOAT, "rows8"),
            step("Gather", "scale", Map.of(), "scales", IDS),
            step("Cast", "mask", TO_FLOAT, MASK),
            step("Mul", "weight", Map.of(), "scale", "mask"),
            step("Unsqueeze", "weights", Map.of(), "weight", "middle"),
            step("MatMul", "sums", Map.of(), "weights", "rows"),
            step("Squeeze", "sum", Map.of(), "sums", "middle"),
            step("ReduceL2", "length", OVER_ROWS, "sum"),
            step("Max", "divisor", Map.of(), "length", "tiny"),
            step("Div", RESULT, Map.of(), "sum", "divisor"));

    /** @throws IOException if a graph is another one; the message says what differs */
    static TableGraph of(OnnxGraph graph) throws IOException {
        require(graph.operatorSet() == OPERATOR_SET, "operators of the set " + graph.operatorSet());
        require(
                graph.inputs().equals(Map.of(IDS, OnnxGraph.INT64, MASK, OnnxGraph.INT64)),
                "the inputs " + graph.inputs());
        require(graph.outputs().equals(List.of(RESULT)), "the outputs " + graph.outputs());
        require(!graph.sparse() && graph.steps().equals(STEPS), "other steps than those of a table");
        List<OnnxWeights> weights = graph.weights();
        List<String> names = weights.stream().map(OnnxWeights::name).toList();
        require(names.equals(WEIGHTS), "the weights " + names);
        return new TableGraph(weights.get(0), weights.get(1), weights.get(2), weights.get(3)).checked();
    }

    /** How many rows the table has. */
    int rows() {
        return table.shape().get(0).intValue();
    }

    /** How long a row is. */
    int dimensions() {
        return table.shape().get(1).intValue();
    }

    private TableGraph checked() throws IOException {
        List<Long> shape = table.shape();
        require(
                table.type() == OnnxWeights.INT8
                        && !table.elsewhere().isEmpty()
                        && shape.size() == 2
                        && shape.stream().allMatch(size -> size > 0 && size < Integer.MAX_VALUE)
                        && shape.get(0) * shape.get(1) <= Integer.MAX_VALUE,
                "a table that is no matrix of bytes in a file of its own");
        holds(scales, OnnxWeights.FLOAT, List.of(shape.get(0)), shape.get(0) * Float.BYTES);
        holds(tiny, OnnxWeights.FLOAT, List.of(), Float.BYTES);
        holds(middle, OnnxGraph.INT64, List.of(1L), Long.BYTES);
        return this;
    }

    private static void holds(OnnxWeights weights, int type, List<Long> shape, long bytes) throws IOException {
        require(
                weights.type() == type
                        && weights.shape().equals(shape)
                        && weights.elsewhere().isEmpty()
                        && weights.length() == bytes,
                weights.name() + " of another type or size");
    }

    private static void require(boolean right, String has) throws IOException {
        if (!right) {
            throw new IOException("its graph has " + has);
        }
    }

    private static OnnxStep step(String operator, String output, Map<String, List<Long>> settings, String... inputs) {
        return new OnnxStep("", operator, List.of(inputs), List.of(output), settings);
    }
}
