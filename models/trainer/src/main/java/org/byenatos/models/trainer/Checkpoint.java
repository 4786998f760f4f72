package org.byenatos.models.trainer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A training as it stands after some steps.
 *
 * @param step how many steps are done
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never shared beyond the trainer
record Checkpoint(int step, float[][] table, Adam adam) {
    static Checkpoint begin(float[][] table) {
        return new Checkpoint(0, table, Adam.of(table.length, table[0].length));
    }

    Checkpoint at(int now) {
        return new Checkpoint(now, table, adam);
    }

    /** Replaces the file in one go, so that a checkpoint is whole or the one before. */
    void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            out.writeInt(step);
            out.writeInt(table.length);
            out.writeInt(table[0].length);
            for (float[][] matrix : new float[][][] {table, adam.first(), adam.second()}) {
                write(matrix, out);
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static Checkpoint read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int step = in.readInt();
            int rows = in.readInt();
            int columns = in.readInt();
            return new Checkpoint(
                    step, matrix(rows, columns, in), new Adam(matrix(rows, columns, in), matrix(rows, columns, in)));
        }
    }

    private static void write(float[][] matrix, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * matrix[0].length);
        for (float[] row : matrix) {
            bytes.asFloatBuffer().put(row);
            out.write(bytes.array());
        }
    }

    private static float[][] matrix(int rows, int columns, DataInputStream in) throws IOException {
        float[][] out = new float[rows][columns];
        byte[] bytes = new byte[4 * columns];
        for (float[] row : out) {
            in.readFully(bytes);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(row);
        }
        return out;
    }
}
