package org.byenatos.datafilesystem.index.vector;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.StoredRecord;

/**
 * A user's vectors of one model, in memory and on disk. It holds every change up to {@link #held}. One thread at a time
 * changes it; any number of threads read a {@link #view} meanwhile.
 */
final class VectorSet implements Closeable {

    private final EmbeddingModel model;
    private final RowFiles files;
    private final int signsAbove;
    private final Nearest nearest;
    private final VectorMemory memory;
    private Rows rows;
    private long held;
    private long committed;
    private volatile VectorView view;

    private VectorSet(EmbeddingModel model, RowFiles files, VectorTuning tuning, VectorMemory memory)
            throws IOException {
        this.model = model;
        this.files = files;
        this.signsAbove = tuning.signsAbove();
        this.nearest = tuning.nearest();
        this.memory = memory;
        this.rows = new Rows(new RowFormat(model.dimensions()), signsAbove, memory);
        this.held = files.read(rows);
        this.committed = held;
        this.view = show();
    }

    /** Reads what there is, as far as there is memory for it. */
    static VectorSet open(EmbeddingModel model, RowFiles files, VectorTuning tuning, VectorMemory memory)
            throws IOException {
        try {
            return new VectorSet(model, files, tuning, memory);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    EmbeddingModel model() {
        return model;
    }

    VectorView view() {
        return view;
    }

    long held() {
        return held;
    }

    /**
     * Takes up changes, which follow those it holds.
     *
     * @return false if the model cannot embed now or there is no memory for more; nothing was done then
     */
    boolean take(List<Change> changes, Embeddings embeddings) {
        List<StoredRecord> records = new ArrayList<>();
        for (Change change : changes) {
            StoredRecord record = change.record();
            if (record != null) {
                records.add(record);
            }
        }
        if (!records.isEmpty()) {
            List<float[]> vectors = memory.mayHaveMore() ? embeddings.texts(model, texts(records)) : List.of();
            if (vectors.size() != records.size() || !append(records, vectors)) {
                return false;
            }
        }
        hold(changes.get(changes.size() - 1).seq());
        return true;
    }

    /** Nothing changed up to there. */
    void hold(long seq) {
        held = seq;
        view = show();
    }

    /** Makes what it holds survive a restart. */
    void commit() throws IOException {
        if (held != committed) {
            files.append(rows.view(), held);
            committed = held;
        }
    }

    /**
     * Keeps only some rows.
     *
     * @throws NoVectorMemoryException if there is no memory for them beside the old ones; nothing is done then
     */
    void keep(RowFilter filter) throws IOException {
        Rows.View old = rows.view();
        Rows kept = new Rows(rows.format(), signsAbove, memory);
        long[] words = new long[WordBlocks.BLOCK * rows.format().stride()];
        int count = 0;
        for (int row = 0; row < old.size(); row++) {
            if (filter.permits(row)) {
                old.words().copy(row, 1, words, count++ * rows.format().stride());
            }
            if (count == WordBlocks.BLOCK) {
                kept.append(words, count);
                count = 0;
            }
        }
        kept.append(words, count);
        files.replace(kept.view(), held);
        rows = kept;
        committed = held;
        view = show();
    }

    /** Forgets everything. */
    void clear() throws IOException {
        files.delete();
        rows = new Rows(rows.format(), signsAbove, memory);
        committed = 0;
        hold(0);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private static List<String> texts(List<StoredRecord> records) {
        return records.stream()
                .map(stored -> Embedder.beginning(stored.record().text()))
                .toList();
    }

    /** Returns whether there was memory for them. */
    private boolean append(List<StoredRecord> records, List<float[]> vectors) {
        RowFormat format = rows.format();
        long[] words = new long[records.size() * format.stride()];
        for (int i = 0; i < vectors.size(); i++) {
            if (vectors.get(i).length != format.dimensions()) {
                throw new IllegalStateException(
                        "A vector has " + vectors.get(i).length + " dimensions, not as the model says");
            }
            format.pack(vectors.get(i), records.get(i).seq(), words, i * format.stride());
        }
        try {
            rows.append(words, vectors.size());
            return true;
        } catch (NoVectorMemoryException full) {
            return false;
        }
    }

    private VectorView show() {
        return new VectorView(model, rows, rows.view(), held, nearest);
    }
}
