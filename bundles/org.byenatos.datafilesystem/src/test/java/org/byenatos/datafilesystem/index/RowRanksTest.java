package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.datafilesystem.index.IndexFixture.APP;
import static org.byenatos.datafilesystem.index.IndexFixture.USER;
import static org.byenatos.datafilesystem.index.Notes.note;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.index.rank.RowRanks;
import org.byenatos.datafilesystem.index.rank.Snapshot;
import org.byenatos.datafilesystem.index.vector.Embeddings;
import org.byenatos.datafilesystem.index.vector.UserVectors;
import org.byenatos.datafilesystem.index.vector.VectorFolders;
import org.byenatos.datafilesystem.index.vector.VectorMemory;
import org.byenatos.datafilesystem.index.vector.VectorStore;
import org.byenatos.datafilesystem.index.vector.VectorTuning;
import org.byenatos.datafilesystem.index.vector.VectorView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowRanksTest {

    private final MemoryStorage storage = new MemoryStorage();

    @TempDir
    private Path folder;

    @Test
    void aViewThatIsOlderThanWhatIsRememberedHoldsItsOwnRowsOnly() throws IOException {
        for (int i = 0; i < 10; i++) {
            storage.put(USER, APP, note("r" + i, "walnut cake " + i).record());
        }
        storage.batch = 5;
        RowRanks ranks = new RowRanks();
        try (UserVectors vectors = vectors();
                Snapshot snapshot = snapshot()) {
            VectorView older = upTo(vectors, 5);
            VectorView newer = upTo(vectors, 10);
            assertThat(ranks.living(snapshot, newer).count(10)).isEqualTo(10);
            assertThat(ranks.living(snapshot, older).count(10)).isEqualTo(5);
            assertThat(ranks.living(snapshot, newer).count(10)).isEqualTo(10);
        }
    }

    private static VectorView upTo(UserVectors vectors, long seq) {
        vectors.follow(seq, Duration.ofMinutes(1));
        VectorView view = vectors.view(Duration.ZERO);
        assertThat(view).isNotNull();
        return view;
    }

    private UserVectors vectors() {
        Embeddings embeddings = new Embeddings();
        embeddings.bind(new HashEmbedder(64));
        return new VectorStore(
                        storage,
                        new VectorFolders(folder, new JceVault()),
                        embeddings,
                        VectorTuning.measured(),
                        VectorMemory.ofProcess())
                .open(USER);
    }

    private Snapshot snapshot() throws IOException {
        ByteBuffersDirectory words = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(words, new IndexWriterConfig())) {
            for (StoredRecord record : storage.all(USER)) {
                writer.addDocument(RecordDocuments.of(record));
            }
        }
        return new Snapshot(DirectoryReader.open(words));
    }
}
