package org.byenatos.models.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Many texts as token numbers, end to end in one array. */
final class TokenTexts {
    private final int[] ids;
    private final int[] starts;

    private TokenTexts(int[] ids, int[] starts) {
        this.ids = ids;
        this.starts = starts;
    }

    static TokenTexts of(int[][] rows) {
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i] + rows[i].length;
        }
        int[] ids = new int[starts[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, ids, starts[i], rows[i].length);
        }
        return new TokenTexts(ids, starts);
    }

    int size() {
        return starts.length - 1;
    }

    int length(int text) {
        return starts[text + 1] - starts[text];
    }

    int token(int text, int at) {
        return ids[starts[text] + at];
    }

    int[] get(int text) {
        return Arrays.copyOfRange(ids, starts[text], starts[text + 1]);
    }

    void write(DataOutput out) throws IOException {
        writeInts(out, starts);
        writeInts(out, ids);
    }

    static TokenTexts read(DataInput in) throws IOException {
        int[] starts = readInts(in);
        return new TokenTexts(readInts(in), starts);
    }

    static void writeInts(DataOutput out, int[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        bytes.asIntBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    static int[] readInts(DataInput in) throws IOException {
        byte[] bytes = new byte[4 * in.readInt()];
        in.readFully(bytes);
        int[] out = new int[bytes.length / 4];
        ByteBuffer.wrap(bytes).asIntBuffer().get(out);
        return out;
    }
}
