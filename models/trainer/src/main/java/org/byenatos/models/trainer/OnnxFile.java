package org.byenatos.models.trainer;

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
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a table as an ONNX model from {@code input_ids} and {@code attention_mask}, int64 [batch, sequence], to
 * {@code sentence_embedding}, float [batch, dimensions]. Bytes are gathered before they become floats, so that only the rows
 * of a text are ever converted. A text without tokens gives zeros.
 *
 * <p>The bytes go to a file of their own, which a runtime maps: only rows in use take memory.
 */
final class OnnxFile {
    private static final int OPERATORS = 13;
    private static final int VERSION = 8;
    private static final float TINY = 1e-12f;

    /**
     * @param file gets the graph
     * @param rows gets the table's bytes; beside {@code file}
     */
    void write(QuantisedTable table, Path file, Path rows) throws IOException {
        write(table.rows(), rows);
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(VERSION)
                .setProducerName("byenatos-trainer")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setGraph(graph(table, rows.getFileName().toString()))
                .build();
        try (OutputStream out = Files.newOutputStream(file)) {
            model.writeTo(out);
        }
    }

    private static void write(byte[][] rows, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (byte[] row : rows) {
                out.write(row);
            }
        }
    }

    private static GraphProto graph(QuantisedTable table, String rows) {
        int dimensions = table.rows()[0].length;
        return GraphProto.newBuilder()
                .setName("static-embedding")
                .addInput(value("input_ids", TensorProto.DataType.INT64, name("batch"), name("sequence")))
                .addInput(value("attention_mask", TensorProto.DataType.INT64, name("batch"), name("sequence")))
                .addOutput(value("sentence_embedding", TensorProto.DataType.FLOAT, name("batch"), size(dimensions)))
                .addInitializer(elsewhere("table", rows, table.rows().length, dimensions))
                .addInitializer(floats("scales", table.scales(), table.scales().length))
                .addInitializer(floats("tiny", new float[] {TINY}))
                .addInitializer(one("middle"))
                .addNode(node("Gather", "rows8", "table", "input_ids"))
                .addNode(node("Cast", "rows", "rows8").toBuilder()
                        .addAttribute(toFloat())
                        .build())
                .addNode(node("Gather", "scale", "scales", "input_ids"))
                .addNode(node("Cast", "mask", "attention_mask").toBuilder()
                        .addAttribute(toFloat())
                        .build())
                .addNode(node("Mul", "weight", "scale", "mask"))
                .addNode(node("Unsqueeze", "weights", "weight", "middle"))
                .addNode(node("MatMul", "sums", "weights", "rows"))
                .addNode(node("Squeeze", "sum", "sums", "middle"))
                .addNode(length())
                .addNode(node("Max", "divisor", "length", "tiny"))
                .addNode(node("Div", "sentence_embedding", "sum", "divisor"))
                .build();
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addOutput(output)
                .addAllInput(List.of(inputs))
                .build();
    }

    private static NodeProto length() {
        return node("ReduceL2", "length", "sum").toBuilder()
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axes")
                        .setType(AttributeProto.AttributeType.INTS)
                        .addInts(1))
                .build();
    }

    private static AttributeProto toFloat() {
        return AttributeProto.newBuilder()
                .setName("to")
                .setType(AttributeProto.AttributeType.INT)
                .setI(TensorProto.DataType.FLOAT.getNumber())
                .build();
    }

    private static TensorProto elsewhere(String name, String file, long rows, long columns) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT8.getNumber())
                .addDims(rows)
                .addDims(columns)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", file))
                .addExternalData(entry("offset", "0"))
                .addExternalData(entry("length", Long.toString(rows * columns)))
                .build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static TensorProto floats(String name, float[] values, long... shape) {
        ByteBuffer all = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        all.asFloatBuffer().put(values);
        return tensor(name, TensorProto.DataType.FLOAT, all, shape);
    }

    private static TensorProto one(String name) {
        ByteBuffer all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1);
        return tensor(name, TensorProto.DataType.INT64, all, 1);
    }

    private static TensorProto tensor(String name, TensorProto.DataType type, ByteBuffer data, long... shape) {
        TensorProto.Builder out = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(data.rewind()));
        for (long s : shape) {
            out.addDims(s);
        }
        return out.build();
    }

    private static ValueInfoProto value(
            String name, TensorProto.DataType type, TensorShapeProto.Dimension... dimensions) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(TensorShapeProto.newBuilder().addAllDim(List.of(dimensions)))))
                .build();
    }

    private static TensorShapeProto.Dimension name(String of) {
        return TensorShapeProto.Dimension.newBuilder().setDimParam(of).build();
    }

    private static TensorShapeProto.Dimension size(int of) {
        return TensorShapeProto.Dimension.newBuilder().setDimValue(of).build();
    }
}
