package org.byenatos.datafilesystem.index;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.byenatos.api.app.User;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.search.DataIndex;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.vector.VectorDatabase;
import org.byenatos.datafilesystem.index.rank.QuestionVectors;
import org.byenatos.datafilesystem.index.rank.Searcher;
import org.byenatos.datafilesystem.index.text.QuestionReader;
import org.byenatos.datafilesystem.index.text.TextAnalyzer;
import org.byenatos.datafilesystem.index.vault.BlockCache;
import org.byenatos.datafilesystem.index.vector.Embeddings;
import org.byenatos.datafilesystem.index.vector.VectorFolders;
import org.byenatos.datafilesystem.index.vector.VectorMemory;
import org.byenatos.datafilesystem.index.vector.VectorStore;
import org.byenatos.datafilesystem.index.vector.VectorTuning;

/** The whole search index, from its folder to its answers. Thread-safe. */
public final class IndexEngine implements DataIndex, AutoCloseable {

    private static final Logger LOG = System.getLogger(IndexEngine.class.getName());
    private static final long MIB = 1L << 20;

    /** The vectors' folder, in that of the indexes. */
    private static final String VECTORS = "vectors";

    /** So long taking up may take before the rest is left to the background. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TextAnalyzer analyzer = new TextAnalyzer();
    private final OpenIndexes indexes;
    private final Upkeep upkeep;
    private final VectorUpkeep vectorUpkeep;
    private final RecordSearch search;
    private final RecordVectors vectors;
    private final VectorMemory memory;

    /**
     * @param settings how it works
     * @param storage what is indexed
     * @param vault the users' keys
     * @param embeddings makes vectors
     * @param memory where vectors lie
     * @param clock what time it is, and in which zone the user's days begin
     */
    IndexEngine(
            IndexSettings settings,
            HinataStorage storage,
            KeyVault vault,
            Embeddings embeddings,
            VectorMemory memory,
            Clock clock) {
        this.memory = memory;
        BlockCache cache = new BlockCache(settings.cacheMib() * MIB);
        IndexFiles files = new IndexFiles(settings.folder(), vault, cache, analyzer, settings.bufferMib());
        VectorFolders folders = new VectorFolders(settings.folder().resolve(VECTORS), vault);
        VectorStore vectors = new VectorStore(storage, folders, embeddings, VectorTuning.measured(), memory);
        this.indexes = new OpenIndexes(storage, files, vectors, settings.maxOpen(), clock);
        this.upkeep = new Upkeep(indexes, storage, settings.commitAfter(), settings.closeAfter(), clock);
        this.vectorUpkeep = new VectorUpkeep(indexes, storage, settings.commitAfter(), clock);
        this.vectors = new RecordVectors(storage, indexes);
        this.search = new RecordSearch(
                storage,
                indexes,
                new QuestionReader(analyzer, clock),
                new Searcher(settings.weights(), analyzer, clock.getZone()),
                new QuestionVectors(embeddings));
    }

    /** Begins to follow the storage, and opens the owner's index so that their first question need not wait for it. */
    void start() {
        upkeep.start(() -> search(new SearchRequest(
                User.OWNER, "What was first?", 1, RecordFilter.NONE, Visibility.EVERYTHING, 0, false)));
        vectorUpkeep.start();
    }

    /** Does what the upkeep does every now and then. */
    void keepUp() {
        upkeep.tick();
        vectorUpkeep.tick();
    }

    /** Users whose index is open. */
    List<String> open() {
        return indexes.open();
    }

    /** A user's records changed. */
    void changed(String userId) {
        upkeep.changed(userId);
        vectorUpkeep.changed(userId);
    }

    /** Whether there is no memory for more vectors. */
    boolean outOfVectorMemory() {
        return memory.exhausted();
    }

    /** The vectors alone. */
    VectorDatabase vectors() {
        return vectors;
    }

    @Override
    public List<SearchHit> search(SearchRequest request) {
        return search.search(request);
    }

    /** What is derived must not hold up what is not: what fails here is tried again in the background. */
    @Override
    public void takeUp(String userId, long seq) {
        try {
            indexes.keepUp(userId, index -> index.vectors().follow(seq, PATIENCE));
        } catch (ByenatosException e) {
            LOG.log(Level.DEBUG, "Vectors could not follow and will try again.", e);
        }
    }

    @Override
    public void forget(String userId) {
        indexes.delete(userId);
    }

    @Override
    public long countRecords(String userId) {
        return search.countRecords(userId);
    }

    /** Commits and closes what is open. No search may run any more. */
    @Override
    public void close() {
        vectorUpkeep.close();
        upkeep.close();
        indexes.close();
        analyzer.close();
    }
}
