package org.byenatos.datafilesystem.index.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.byenatos.api.ai.model.EmbeddingModel;

/**
 * A file with the rows of all changes after one position up to another, written once.
 *
 * @param name of the file
 * @param after the position before the first change
 * @param upTo the position of the last change
 * @param rows how many rows
 */
record RowFile(String name, long after, long upTo, int rows) {

    private static final String SUFFIX = ".rows";
    private static final String TEMPORARY = "new";
    private static final int FORMAT = 1;

    /** Whether a file of this name holds rows. */
    static boolean is(String name) {
        return name.endsWith(SUFFIX);
    }

    /** Writes a file; it is there whole or not at all. */
    static RowFile write(Directory folder, EmbeddingModel model, Rows.View view, int first, long after, long upTo)
            throws IOException {
        int rows = view.size() - first;
        String name = String.format(Locale.ROOT, "%x-%x%s", after, upTo, SUFFIX);
        String temporary;
        try (IndexOutput out = folder.createTempOutput(TEMPORARY, "rows", IOContext.DEFAULT)) {
            temporary = out.getName();
            out.writeInt(FORMAT);
            out.writeString(model.id());
            out.writeString(model.fingerprint());
            out.writeInt(model.dimensions());
            out.writeLong(after);
            out.writeLong(upTo);
            out.writeInt(rows);
            writeRows(out, view, first);
        }
        folder.sync(List.of(temporary));
        if (List.of(folder.listAll()).contains(name)) {
            folder.deleteFile(name);
        }
        folder.rename(temporary, name);
        folder.syncMetaData();
        return new RowFile(name, after, upTo, rows);
    }

    /** Reads what a file says of itself. */
    static Head head(Directory folder, String name) throws IOException {
        try (IndexInput in = folder.openInput(name, IOContext.READONCE)) {
            return head(name, in);
        }
    }

    /**
     * What a file says of itself.
     *
     * @param model which made the rows
     * @param file positions and size
     */
    record Head(EmbeddingModel model, RowFile file) {}

    /** Appends the rows of this file; some of them too if it breaks off. */
    void read(Directory folder, Rows rows) throws IOException {
        int stride = rows.format().stride();
        long[] words = new long[WordBlocks.BLOCK * stride];
        byte[] bytes = new byte[words.length * Long.BYTES];
        try (IndexInput in = folder.openInput(name, IOContext.READONCE)) {
            head(name, in);
            int done = 0;
            while (done < this.rows) {
                int count = Math.min(WordBlocks.BLOCK, this.rows - done);
                in.readBytes(bytes, 0, count * stride * Long.BYTES);
                buffer(bytes).asLongBuffer().get(words, 0, count * stride);
                rows.append(words, count);
                done += count;
            }
        }
    }

    private static Head head(String name, IndexInput in) throws IOException {
        if (in.length() < Integer.BYTES || in.readInt() != FORMAT) {
            throw new CorruptIndexException("The file is of another format", name);
        }
        EmbeddingModel model = new EmbeddingModel(in.readString(), in.readString(), in.readInt());
        return new Head(model, new RowFile(name, in.readLong(), in.readLong(), in.readInt()));
    }

    private static void writeRows(IndexOutput out, Rows.View view, int first) throws IOException {
        int stride = view.format().stride();
        long[] words = new long[WordBlocks.BLOCK * stride];
        byte[] bytes = new byte[words.length * Long.BYTES];
        int row = first;
        while (row < view.size()) {
            int count = Math.min(WordBlocks.BLOCK - row % WordBlocks.BLOCK, view.size() - row);
            view.words().copy(row, count, words, 0);
            buffer(bytes).asLongBuffer().put(words, 0, count * stride);
            out.writeBytes(bytes, count * stride * Long.BYTES);
            row += count;
        }
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
