package org.byenatos.ai.engine.onnx;

import java.util.List;
import java.util.Map;

/**
 * Weights of a graph.
 *
 * @param name their name
 * @param type ONNX's number of their elements' type
 * @param shape how many elements they have in each direction
 * @param start where their bytes begin in the graph's file
 * @param length how many bytes they have there, 0 if they lie elsewhere or are written another way
 * @param elsewhere if they lie in another file, its {@code location}, {@code offset} and {@code length}, as far as the graph tells
 */
public record OnnxWeights(
        String name, long type, List<Long> shape, long start, long length, Map<String, String> elsewhere) {

    /** ONNX's number for a 32-bit float. */
    public static final int FLOAT = 1;

    /** ONNX's number for a signed byte. */
    public static final int INT8 = 3;

    static final String LOCATION = "location";

    public OnnxWeights {
        shape = List.copyOf(shape);
        elsewhere = Map.copyOf(elsewhere);
    }
}
