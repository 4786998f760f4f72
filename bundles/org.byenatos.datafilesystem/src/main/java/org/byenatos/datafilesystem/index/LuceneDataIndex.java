package org.byenatos.datafilesystem.index;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.event.CoreEventListener;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.search.DataIndex;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.api.security.KeyVault;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The search index as a service, below {@code data/index} of the home. */
@Component(
        service = {DataIndex.class, CoreEventListener.class},
        configurationPid = IndexSettings.PID,
        immediate = true)
@Designate(ocd = IndexConfiguration.class)
public final class LuceneDataIndex implements DataIndex, CoreEventListener {

    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final String HOME = "byenatos.home";

    private final CallGate gate = new CallGate("DataFileSystem", DRAIN);
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
        this.engine = new IndexEngine(settings, storage, vault, Clock.system(ZoneId.systemDefault()));
        engine.start();
    }

    @Deactivate
    void stop() {
        gate.close();
        engine.close();
    }

    @Override
    public List<SearchHit> search(SearchRequest request) {
        return gate.call(() -> engine.search(request));
    }

    @Override
    public void forget(String userId) {
        gate.run(() -> engine.forget(userId));
    }

    @Override
    public long count(String userId) {
        return gate.call(() -> engine.count(userId));
    }

    /** Begins to index what was stored before somebody asks for it. */
    @Override
    public void on(CoreEvent event) {
        if (event instanceof CoreEvent.HinataStored stored) {
            engine.changed(stored.userId());
        }
    }

    private static Path folder(BundleContext context) {
        String home = context.getProperty(HOME);
        if (home == null || home.isBlank()) {
            throw new IllegalStateException("The framework property " + HOME + " names no home folder.");
        }
        return Path.of(home).toAbsolutePath().normalize().resolve("data").resolve("index");
    }
}
