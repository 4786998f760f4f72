package org.byenatos.datafilesystem.index;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.event.CoreEventListener;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.search.DataIndex;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.vector.VectorDatabase;
import org.byenatos.api.vector.VectorHit;
import org.byenatos.api.vector.VectorSearch;
import org.byenatos.datafilesystem.index.vector.Embeddings;
import org.byenatos.datafilesystem.index.vector.VectorMemory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The search index as a service, below {@code data/index} of the home. */
@Component(
        service = {DataIndex.class, VectorDatabase.class, CoreEventListener.class, IndexState.class},
        configurationPid = IndexSettings.PID,
        immediate = true)
@Designate(ocd = IndexConfiguration.class)
public final class LuceneDataIndex implements DataIndex, VectorDatabase, CoreEventListener, IndexState {

    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final String HOME = "byenatos.home";

    private final CallGate gate = new CallGate("DataFileSystem", DRAIN);
    private final Embeddings embeddings = new Embeddings();
    private final IndexEngine engine;

    /**
     * @param context knows the home
     * @param configuration see there
     * @param properties all keys that are configured
     * @param storage what is indexed
     * @param vault the users' keys
     */
    @Activate
    public LuceneDataIndex(
            BundleContext context,
            IndexConfiguration configuration,
            Map<String, Object> properties,
            @Reference HinataStorage storage,
            @Reference KeyVault vault) {
        IndexSettings settings = IndexSettings.of(folder(context), configuration, properties.keySet());
        this.engine = new IndexEngine(
                settings, storage, vault, embeddings, VectorMemory.ofProcess(), Clock.system(ZoneId.systemDefault()));
        engine.start();
    }

    @Deactivate
    void stop() {
        gate.close();
        engine.close();
    }

    /** Makes vectors; without it, records are found by their words. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEmbedder(Embedder embedder) {
        embeddings.bind(embedder);
    }

    void unbindEmbedder(Embedder embedder) {
        embeddings.unbind(embedder);
    }

    @Override
    public List<SearchHit> search(SearchRequest request) {
        return gate.call(() -> engine.search(request));
    }

    @Override
    public void takeUp(String userId, long seq) {
        gate.run(() -> engine.takeUp(userId, seq));
    }

    @Override
    public Optional<EmbeddingModel> serving(String userId) {
        return gate.call(() -> engine.vectors().serving(userId));
    }

    @Override
    public long count(String userId) {
        return gate.call(() -> engine.vectors().count(userId));
    }

    @Override
    public List<VectorHit> nearest(VectorSearch search, float[] vector) {
        return gate.call(() -> engine.vectors().nearest(search, vector));
    }

    @Override
    public List<VectorHit> moreLike(VectorSearch search, RecordRef record) {
        return gate.call(() -> engine.vectors().moreLike(search, record));
    }

    @Override
    public void deleteVectors(String userId) {
        gate.run(() -> engine.vectors().deleteVectors(userId));
    }

    @Override
    public void forget(String userId) {
        gate.run(() -> engine.forget(userId));
    }

    @Override
    public long countRecords(String userId) {
        return gate.call(() -> engine.countRecords(userId));
    }

    /** Begins to index what was stored before somebody asks for it. */
    @Override
    public void on(CoreEvent event) {
        if (event instanceof CoreEvent.HinataStored stored) {
            engine.changed(stored.userId());
        }
    }

    @Override
    public boolean outOfVectorMemory() {
        return gate.call(engine::outOfVectorMemory);
    }

    private static Path folder(BundleContext context) {
        String home = context.getProperty(HOME);
        if (home == null || home.isBlank()) {
            throw new IllegalStateException("The framework property " + HOME + " names no home folder.");
        }
        return Path.of(home).toAbsolutePath().normalize().resolve("data").resolve("index");
    }
}
