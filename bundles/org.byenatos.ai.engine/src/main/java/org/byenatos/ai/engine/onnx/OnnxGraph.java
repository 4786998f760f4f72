package org.byenatos.ai.engine.onnx;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be said of an ONNX file without running it.
 *
 * @param inputs what must be fed, by name with the number of its element type
 * @param outputs the names of what comes out, in order
 * @param operators the kinds of steps, those of nested graphs included
 * @param externalFiles where it says that weights lie that are not in it
 * @param sparse whether it has sparse weights, which grow when they are read
 * @param operatorSet which version of ONNX's operators it means
 * @param steps what it does, in order, nested graphs left out; only the first {@link #FEW}
 * @param weights what it holds, nested graphs left out; only the first {@link #FEW}
 */
public record OnnxGraph(
        Map<String, Integer> inputs,
        List<String> outputs,
        Set<String> operators,
        Set<String> externalFiles,
        boolean sparse,
        long operatorSet,
        List<OnnxStep> steps,
        List<OnnxWeights> weights) {

    /** So many of something are read where more would only take memory: to know a small graph they suffice. */
    public static final int FEW = 64;

    /** ONNX's number for a 32-bit integer. */
    public static final int INT32 = 6;

    /** ONNX's number for a 64-bit integer. */
    public static final int INT64 = 7;

    public OnnxGraph {
        inputs = Map.copyOf(inputs);
        outputs = List.copyOf(outputs);
        operators = Set.copyOf(operators);
        externalFiles = Set.copyOf(externalFiles);
        steps = List.copyOf(steps);
        weights = List.copyOf(weights);
    }

    /**
     * Reads the description, leaving the weights out.
     *
     * @throws IOException if it cannot be read or is no ONNX file; the message is for people
     */
    public static OnnxGraph read(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return new OnnxReader(new Wire(channel)).read();
        }
    }
}
