package org.byenatos.datafilesystem.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.datafilesystem.index.rank.Fields;
import org.byenatos.datafilesystem.index.rank.RecordKey;
import org.byenatos.datafilesystem.index.rank.RowRanks;
import org.byenatos.datafilesystem.index.rank.Snapshot;
import org.byenatos.datafilesystem.index.text.AuthorNames;
import org.byenatos.datafilesystem.index.text.TextAnalyzer;
import org.byenatos.datafilesystem.index.vector.RowFilter;
import org.byenatos.datafilesystem.index.vector.UserVectors;
import org.byenatos.datafilesystem.index.vector.VectorStore;
import org.byenatos.datafilesystem.index.vector.VectorView;

/**
 * One user's index while it is open. It follows the storage: {@link #current} holds every change that was stored before
 * the call, whether {@link #follow} has written it already or not. Lucene's commits name the last change they hold, so
 * that after a restart only later ones are read again. Thread-safe.
 */
final class UserIndex implements Closeable {

    private static final String FORMAT = RecordDocuments.VERSION + "." + TextAnalyzer.VERSION;
    private static final String FORMAT_KEY = "format";
    private static final String SEQ_KEY = "seq";
    private static final int BATCH = 1000;

    /** Vectors of records that are gone are dropped when they are so many and one in so many of all. */
    private static final int MIN_GONE = 64;

    private static final int GONE_SHARE = 5;

    private final String userId;
    private final HinataStorage storage;
    private final IndexWriter writer;
    private final UserVectors vectors;
    private final RowRanks rowRanks = new RowRanks();
    private final AuthorNames authors = new AuthorNames();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Snapshot snapshot;
    private volatile long held;
    private long written;
    private long committed;

    private UserIndex(String userId, HinataStorage storage, IndexWriter writer, UserVectors vectors)
            throws IOException {
        this.userId = userId;
        this.storage = storage;
        this.writer = writer;
        this.vectors = vectors;
        this.held = seqOf(writer);
        this.written = held;
        this.committed = held;
        this.snapshot = new Snapshot(DirectoryReader.open(writer));
    }

    /**
     * Opens what lies in a user's folder.
     *
     * @throws IOException if it is torn, changed, of another format or under another key
     */
    static UserIndex open(String userId, HinataStorage storage, IndexFiles files, VectorStore vectors)
            throws IOException {
        IndexWriter writer = files.open(userId);
        try {
            UserIndex index = new UserIndex(userId, storage, writer, vectors.open(userId));
            index.learnAuthors();
            return index;
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer::rollback, writer.getDirectory());
            throw e;
        }
    }

    /** The authors of the user's records. */
    AuthorNames authors() {
        return authors;
    }

    /** The vectors of the user's records. */
    UserVectors vectors() {
        return vectors;
    }

    /** Drops vectors whose records are gone, once they are many. */
    void dropVectorsOfNone() throws IOException {
        VectorView view = vectors.view(Duration.ZERO);
        if (view == null) {
            return;
        }
        try (Snapshot now = current()) {
            RowFilter living = rowRanks.living(now, view);
            int gone = view.size() - living.count(view.size());
            if (gone >= MIN_GONE && gone >= view.size() / GONE_SHARE) {
                vectors.keep(view, living);
            }
        }
    }

    /** Tells whose vectors they are. */
    RowRanks rowRanks() {
        return rowRanks;
    }

    /**
     * The index with everything that is stored now; the caller closes it.
     *
     * @throws OutdatedIndexException if the storage holds less than the index, and so is another one
     */
    Snapshot current() throws IOException {
        long last = storage.lastSeq(userId);
        if (last != held) {
            catchUp(last);
        }
        while (true) {
            Snapshot now = snapshot;
            if (now.retain()) {
                return now;
            }
        }
    }

    /**
     * Writes what is stored now in advance of the next search. While records keep coming that is all: making them seen costs as
     * much for one as for many.
     *
     * @throws OutdatedIndexException as {@link #current}
     */
    void follow() throws IOException {
        lock.lock();
        try {
            long before = written;
            write(storage.lastSeq(userId));
            if (written == before) {
                show();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes changes survive a restart without being read again. Returns whether there were any. */
    boolean commit() throws IOException {
        lock.lock();
        try {
            if (written == committed) {
                return false;
            }
            writer.setLiveCommitData(
                    Map.of(FORMAT_KEY, FORMAT, SEQ_KEY, Long.toString(written)).entrySet());
            writer.commit();
            committed = written;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Commits and closes. */
    @Override
    public void close() throws IOException {
        try {
            commit();
        } finally {
            abandon();
        }
    }

    /** Closes the words without a commit. */
    void abandon() throws IOException {
        Directory directory = writer.getDirectory();
        IOUtils.close(vectors, snapshot, writer::rollback, directory);
    }

    private void catchUp(long last) throws IOException {
        lock.lock();
        try {
            write(last);
            show();
        } finally {
            lock.unlock();
        }
    }

    private void write(long last) throws IOException {
        if (last < written && storage.lastSeq(userId) < written) {
            throw new OutdatedIndexException();
        }
        while (written < last) {
            written = Math.max(last(apply(storage.changesAfter(userId, written, BATCH)), last), written);
        }
    }

    private void show() throws IOException {
        if (held < written) {
            refresh();
            held = written;
        }
    }

    /** The position of the last of these changes; if there is none, nothing is left up to where we wanted to get. */
    private static long last(List<Change> changes, long wanted) {
        return changes.isEmpty() ? wanted : changes.get(changes.size() - 1).seq();
    }

    private List<Change> apply(List<Change> changes) throws IOException {
        for (Change change : changes) {
            Term key = new Term(Fields.KEY, RecordKey.of(change.ref()));
            StoredRecord record = change.record();
            if (record == null) {
                writer.deleteDocuments(key);
                continue;
            }
            writer.updateDocument(key, RecordDocuments.of(record));
            String author = record.record().author();
            if (author != null) {
                authors.add(author);
            }
        }
        return changes;
    }

    private void refresh() throws IOException {
        Snapshot before = snapshot;
        DirectoryReader reader = DirectoryReader.openIfChanged(before.reader(), writer);
        if (reader != null) {
            snapshot = new Snapshot(reader);
            before.close();
        }
    }

    private void learnAuthors() throws IOException {
        for (LeafReaderContext leaf : snapshot.reader().leaves()) {
            Terms terms = leaf.reader().terms(Fields.AUTHOR);
            if (terms != null) {
                TermsEnum names = terms.iterator();
                for (BytesRef name = names.next(); name != null; name = names.next()) {
                    authors.add(name.utf8ToString());
                }
            }
        }
    }

    private static long seqOf(IndexWriter writer) throws IOException {
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        Map<String, String> data = new HashMap<>();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        if (data.isEmpty() && writer.getDocStats().maxDoc == 0) {
            return 0;
        }
        if (!FORMAT.equals(data.get(FORMAT_KEY))) {
            throw new OutdatedIndexException();
        }
        return Long.parseLong(data.getOrDefault(SEQ_KEY, "0"));
    }
}
