package org.byenatos.ai.engine;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes ONNX files, a step at a time. */
public final class GraphWriter {

    private static final int OPSET = 20;
    private static final int IR = 9;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
    private int steps;

    /** An input of 64-bit integers, a row a text and a column a token. */
    public GraphWriter tokens(String name) {
        return input(name, TensorProto.DataType.INT64);
    }

    /** An input, a row a text and a column a token. */
    public GraphWriter input(String name, TensorProto.DataType type) {
        graph.addInput(value(name, type, "batch", "tokens"));
        return this;
    }

    /** An output of floats. */
    public GraphWriter output(String name, String... dimensions) {
        graph.addOutput(value(name, TensorProto.DataType.FLOAT, dimensions));
        return this;
    }

    /** Weights. @return their name */
    public String floats(String name, float[] values, long... dimensions) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor(name, TensorProto.DataType.FLOAT, raw.array(), dimensions);
    }

    /** Weights. @return their name */
    public String bytes(String name, byte[] values, long... dimensions) {
        return tensor(name, TensorProto.DataType.INT8, values, dimensions);
    }

    /** Numbers. @return their name */
    public String longs(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return tensor(name, TensorProto.DataType.INT64, raw.array(), values.length);
    }

    /** One float. @return its name */
    public String scalar(String name, float value) {
        return floats(name, new float[] {value});
    }

    /** Weights that lie in another file. @return their name */
    public String external(String name, String location, TensorProto.DataType type, long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue(location));
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** A step with one output. @return the output's name */
    public String step(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = operator + steps++;
        step(operator, inputs, List.of(output), attributes);
        return output;
    }

    /** A step. */
    public void step(String operator, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(inputs)
                .addAllOutput(outputs)
                .addAllAttribute(List.of(attributes)));
    }

    /** A setting of a step. */
    public static AttributeProto with(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    /** A setting of a step. */
    public static AttributeProto with(String name, List<Long> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(values)
                .build();
    }

    /** Writes the file. */
    public void write(Path file) {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(IR)
                .setProducerName("byenatos-test")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph)
                .build();
        try {
            Files.write(file, model.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String tensor(String name, TensorProto.DataType type, byte[] raw, long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(raw));
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, String... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (String dimension : dimensions) {
            TensorShapeProto.Dimension.Builder one = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(
                    dimension.matches("\\d+")
                            ? one.setDimValue(Long.parseLong(dimension))
                            : one.setDimParam(dimension));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }
}
