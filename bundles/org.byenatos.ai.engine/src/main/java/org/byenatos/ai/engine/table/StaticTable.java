package org.byenatos.ai.engine.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;

/**
 * Rows of bytes, each with a scale. The bytes stay in their file, which is mapped: only rows in use take memory, which the
 * system may take back. The mapping ends when this object is garbage. Thread-safe.
 */
final class StaticTable {

    private final ByteBuffer rows;
    private final float[] scales;
    private final int dimensions;
    private final float tiny;

    private StaticTable(ByteBuffer rows, float[] scales, int dimensions, float tiny) {
        this.rows = rows;
        this.scales = scales;
        this.dimensions = dimensions;
        this.tiny = tiny;
    }

    /**
     * Maps a table.
     *
     * @param onnx the graph's file; the table's is beside it
     * @throws IOException if the files do not hold what the graph says
     */
    static StaticTable open(Path onnx, TableGraph graph) throws IOException {
        float[] scales = new float[graph.rows()];
        float tiny;
        try (FileChannel file = FileChannel.open(onnx)) {
            read(file, graph.scales().start(), graph.scales().length())
                    .asFloatBuffer()
                    .get(scales);
            tiny = read(file, graph.tiny().start(), Float.BYTES).getFloat();
            long middle = read(file, graph.middle().start(), Long.BYTES).getLong();
            if (middle != 1 || !(tiny > 0)) {
                throw new IOException("its graph sums over the axis " + middle + " and divides by " + tiny);
            }
        }
        Map<String, String> place = graph.table().elsewhere();
        Path file = onnx.resolveSibling(place.get("location"));
        return new StaticTable(
                map(file, place, (long) graph.rows() * graph.dimensions()), scales, graph.dimensions(), tiny);
    }

    /** How long a row is. */
    int dimensions() {
        return dimensions;
    }

    /**
     * Adds a row to a sum.
     *
     * @param room for a row's bytes
     */
    void add(int row, float[] sum, byte[] room) {
        rows.get(row * dimensions, room);
        float scale = scales[row];
        for (int i = 0; i < room.length; i++) {
            sum[i] += scale * room[i];
        }
    }

    /** Gives a sum of rows the length 1; one of nothing stays zeros. */
    void makeUnit(float[] sum) {
        double squares = 0;
        for (float value : sum) {
            squares += value * value;
        }
        float length = Math.max((float) Math.sqrt(squares), tiny);
        if (!Float.isFinite(length)) {
            throw new IllegalStateException("it gives values that are no numbers");
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= length;
        }
    }

    private static ByteBuffer map(Path file, Map<String, String> place, long length) throws IOException {
        try (FileChannel bytes = FileChannel.open(file)) {
            long offset = Long.parseLong(place.getOrDefault("offset", "0"));
            long said = Long.parseLong(place.getOrDefault("length", Long.toString(length)));
            if (said != length || offset < 0 || offset > bytes.size() - length) {
                throw new IOException(file.getFileName() + " does not hold the " + length + " bytes of its table");
            }
            return bytes.map(FileChannel.MapMode.READ_ONLY, offset, length);
        } catch (NumberFormatException malformed) {
            throw new IOException("its graph says no place of its table", malformed);
        }
    }

    private static ByteBuffer read(FileChannel file, long start, long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("its graph ends early");
            }
        }
        return bytes.flip();
    }
}
