package org.byenatos.ai.engine.model;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.byenatos.ai.engine.onnx.OnnxGraph;

/** A graph in memory. Thread-safe, but {@link #close} must come after the last run. */
final class Session implements AutoCloseable {

    private final Model model;
    private final Block block;
    private final Map<String, Integer> inputs;

    /** One for all runs: one that is made without a manager makes itself one that nobody ever closes. */
    private final ParameterStore parameters;

    private Session(Model model, Map<String, Integer> inputs) {
        this.model = model;
        this.block = model.getBlock();
        this.inputs = inputs;
        this.parameters = new ParameterStore(model.getNDManager(), false);
    }

    /**
     * Reads a graph into memory.
     *
     * @throws IOException if the runtime does not take it
     */
    static Session open(Path file, OnnxGraph graph) throws IOException {
        Model model = Model.newInstance("model", Device.cpu(), "OnnxRuntime");
        try (SessionOptions options = options()) {
            model.load(file, null, Map.of("sessionOptions", options));
            return new Session(model, graph.inputs());
        } catch (OrtException | MalformedModelException | RuntimeException refused) {
            model.close();
            throw new IOException(refused);
        }
    }

    /**
     * Feeds the inputs that the graph has.
     *
     * @return its outputs of floating-point numbers, in order
     */
    List<Tensor> run(Batch batch) {
        try (NDManager memory = model.getNDManager().newSubManager()) {
            NDList fed = new NDList();
            inputs.forEach((name, type) -> fed.add(array(memory, name, type, batch)));
            List<Tensor> outputs = new ArrayList<>();
            for (NDArray output : block.forward(parameters, fed, false)) {
                if (output.getDataType() == DataType.FLOAT32) {
                    outputs.add(new Tensor(output.getShape().getShape(), output.toFloatArray()));
                }
            }
            return outputs;
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private static NDArray array(NDManager memory, String name, int type, Batch batch) {
        long[] values = Input.of(name).values(batch);
        Shape shape = new Shape(batch.rows(), batch.columns());
        NDArray array = type == OnnxGraph.INT64
                ? memory.create(LongBuffer.wrap(values), shape, DataType.INT64)
                : memory.create(
                        IntBuffer.wrap(
                                Arrays.stream(values).mapToInt(Math::toIntExact).toArray()),
                        shape,
                        DataType.INT32);
        array.setName(name);
        return array;
    }

    /**
     * The caller's thread does the work; what fails is told by exceptions. The runtime's own arena would keep the memory of
     * the largest batch ever run.
     */
    private static SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        return options;
    }
}
