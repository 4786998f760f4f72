package org.byenatos.datafilesystem.index;

import java.time.Clock;
import java.util.List;
import org.byenatos.api.app.User;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.search.DataIndex;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.index.rank.Searcher;
import org.byenatos.datafilesystem.index.rank.Weights;
import org.byenatos.datafilesystem.index.text.QuestionReader;
import org.byenatos.datafilesystem.index.text.TextAnalyzer;
import org.byenatos.datafilesystem.index.vault.BlockCache;

/** The whole search index, from its folder to its answers. Thread-safe. */
public final class IndexEngine implements DataIndex, AutoCloseable {

    private static final long MIB = 1L << 20;

    private final TextAnalyzer analyzer = new TextAnalyzer();
    private final OpenIndexes indexes;
    private final Upkeep upkeep;
    private final DataIndex search;

    /**
     * @param settings how it works
     * @param storage what is indexed
     * @param vault the users' keys
     * @param clock what time it is, and in which zone the user's days begin
     */
    IndexEngine(IndexSettings settings, HinataStorage storage, KeyVault vault, Clock clock) {
        BlockCache cache = new BlockCache(settings.cacheMib() * MIB);
        IndexFiles files = new IndexFiles(settings.folder(), vault, cache, analyzer, settings.bufferMib());
        this.indexes = new OpenIndexes(storage, files, settings.maxOpen(), clock);
        this.upkeep = new Upkeep(indexes, storage, settings.commitAfter(), settings.closeAfter(), clock);
        this.search = new RecordSearch(
                storage,
                indexes,
                new QuestionReader(analyzer, clock),
                new Searcher(Weights.MEASURED, analyzer, clock.getZone()));
    }

    /** Begins to follow the storage, and opens the owner's index so that their first question need not wait for it. */
    void start() {
        upkeep.start(() -> search(new SearchRequest(
                User.OWNER, "What was first?", 1, RecordFilter.NONE, Visibility.EVERYTHING, 0, false)));
    }

    /** Does what the upkeep does every now and then. */
    void keepUp() {
        upkeep.tick();
    }

    /** Users whose index is open. */
    List<String> open() {
        return indexes.open();
    }

    /** A user's records changed. */
    void changed(String userId) {
        upkeep.changed(userId);
    }

    @Override
    public List<SearchHit> search(SearchRequest request) {
        return search.search(request);
    }

    @Override
    public void forget(String userId) {
        search.forget(userId);
    }

    @Override
    public long count(String userId) {
        return search.count(userId);
    }

    /** Commits and closes what is open. No search may run any more. */
    @Override
    public void close() {
        upkeep.close();
        indexes.close();
        analyzer.close();
    }
}
