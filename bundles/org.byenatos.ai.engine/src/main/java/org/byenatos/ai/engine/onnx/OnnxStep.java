package org.byenatos.ai.engine.onnx;

import java.util.List;
import java.util.Map;

/**
 * A step of a graph.
 *
 * @param domain whose operator it is, empty for ONNX's own
 * @param operator what it does
 * @param inputs the names of what it takes
 * @param outputs the names of what it makes
 * @param settings its attributes, by name; whole numbers alone are read
 */
public record OnnxStep(
        String domain, String operator, List<String> inputs, List<String> outputs, Map<String, List<Long>> settings) {

    public OnnxStep {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        settings = Map.copyOf(settings);
    }
}
