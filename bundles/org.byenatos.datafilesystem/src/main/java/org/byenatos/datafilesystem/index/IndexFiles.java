package org.byenatos.datafilesystem.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.index.rank.Bm25;
import org.byenatos.datafilesystem.index.rank.Fields;
import org.byenatos.datafilesystem.index.text.TextAnalyzer;
import org.byenatos.datafilesystem.index.vault.BlockCache;
import org.byenatos.datafilesystem.index.vault.EncryptedDirectory;

/** The folders in which the users' indexes lie, and how Lucene writes there. Thread-safe. */
final class IndexFiles {

    private static final int NAME_BYTES = 16;
    private static final int SEGMENTS_PER_TIER = 8;

    /** What one submission adds is searched from memory, and sealed and written with the next commit or merge. */
    private static final double MAX_SEGMENT_IN_MEMORY_MIB = 0.5;

    private static final double MAX_SEGMENTS_IN_MEMORY_MIB = 4;

    private final Path folder;
    private final KeyVault vault;
    private final BlockCache cache;
    private final TextAnalyzer analyzer;
    private final double bufferMib;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param folder where the folders of the users lie
     * @param vault the users' keys
     * @param cache decrypted blocks
     * @param analyzer makes words
     * @param bufferMib how much one index gathers in memory before it is written, in MiB
     */
    IndexFiles(Path folder, KeyVault vault, BlockCache cache, TextAnalyzer analyzer, double bufferMib) {
        this.folder = folder;
        this.vault = vault;
        this.cache = cache;
        this.analyzer = analyzer;
        this.bufferMib = bufferMib;
    }

    /** Opens a user's index for writing, or makes it. */
    IndexWriter open(String userId) throws IOException {
        Directory directory = new NRTCachingDirectory(
                new EncryptedDirectory(folder(userId), vault.cipher(userId), cache, random),
                MAX_SEGMENT_IN_MEMORY_MIB,
                MAX_SEGMENTS_IN_MEMORY_MIB);
        try {
            return new IndexWriter(directory, settings());
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Deletes a user's index, which must not be open. */
    void delete(String userId) throws IOException {
        Path place = folder(userId);
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(place);
        } catch (NoSuchFileException alreadyGone) {
            return;
        }
    }

    /** A folder's name does not show whose it is. */
    private Path folder(String userId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(userId.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private IndexWriterConfig settings() {
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(4, 1);
        merges.disableAutoIOThrottle();
        TieredMergePolicy policy = new TieredMergePolicy();
        policy.setNoCFSRatio(1);
        policy.setSegmentsPerTier(SEGMENTS_PER_TIER);
        return new IndexWriterConfig(analyzer)
                .setSimilarity(Bm25.similarity())
                .setIndexSort(new Sort(
                        new SortField(Fields.THREAD_NUMBER, SortField.Type.LONG),
                        new SortField(Fields.TIME, SortField.Type.LONG)))
                .setRAMBufferSizeMB(bufferMib)
                .setMergeScheduler(merges)
                .setMergePolicy(policy)
                .setUseCompoundFile(true)
                .setMaxFullFlushMergeWaitMillis(0)
                .setCommitOnClose(false);
    }
}
