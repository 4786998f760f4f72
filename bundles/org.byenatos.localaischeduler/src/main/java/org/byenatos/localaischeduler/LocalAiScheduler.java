package org.byenatos.localaischeduler;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.byenatos.api.ai.AiMetrics;
import org.byenatos.api.ai.AiProcessor;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.ai.model.ModelEngine;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.state.StateStore;
import org.byenatos.localaischeduler.compute.ComputeOptimizer;
import org.byenatos.localaischeduler.compute.ModelWork;
import org.byenatos.localaischeduler.embed.Cancellable;
import org.byenatos.localaischeduler.embed.Embeddings;
import org.byenatos.localaischeduler.enrich.Enrichments;
import org.byenatos.localaischeduler.model.Defaults;
import org.byenatos.localaischeduler.model.Engines;
import org.byenatos.localaischeduler.model.Models;
import org.byenatos.localaischeduler.queue.InferenceQueue;
import org.byenatos.localaischeduler.queue.Timing;
import org.byenatos.localaischeduler.task.ModelTasks;
import org.byenatos.localaischeduler.token.Tokens;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The entry of the module: wires its parts, which other services of it hand calls to. Counts tokens on the caller's
 * thread, loads models on one of its own and runs everything else in the queue. Once it is deactivated it throws
 * {@link ModuleStoppedException}; work that it had accepted and cannot end in time ends with the same.
 */
@Component(
        service = {AiProcessor.class, TokenCounter.class, LocalAiScheduler.class},
        immediate = true,
        configurationPid = "org.byenatos.localaischeduler")
@Designate(ocd = LocalAiConfiguration.class)
public final class LocalAiScheduler implements AiProcessor, TokenCounter {

    /** Hears of models when nobody else does. */
    static final BiConsumer<String, String> NOBODY = (model, what) -> {};

    private static final String MODULE = "LocalAIScheduler";
    private static final System.Logger LOG = System.getLogger(LocalAiScheduler.class.getName());

    private final CallGate gate;
    private final Duration drain;
    private final InferenceQueue queue;
    private final ComputeOptimizer optimizer;
    private final Engines engines = new Engines();
    private final ServiceSlot<StateStore> store = ServiceSlot.of("DataFileSystem");
    private volatile BiConsumer<String, String> news = NOBODY;
    private final Models models;
    private final Embeddings embeddings;
    private final ModelTasks modelTasks;
    private final Enrichments enrichments;
    private final Tokens tokens = new Tokens();
    private final Lazy<TextModel> text = new Lazy<>(() -> TextModel.of(tokens));

    /** Checks the configuration; {@link #start} begins to work. */
    @Activate
    public LocalAiScheduler(LocalAiConfiguration configuration, Map<String, ?> properties, BundleContext context) {
        this(Settings.of(configuration, properties), folders(context));
    }

    LocalAiScheduler(Settings settings, List<Path> folders) {
        this.drain = settings.drain();
        this.gate = new CallGate(MODULE, drain);
        this.optimizer = new ComputeOptimizer(
                settings.compute().batch(),
                settings.compute().cacheBytes(),
                settings.compute().batterySaver(),
                settings.queue().workers());
        this.queue =
                new InferenceQueue(MODULE, settings.queue(), LocalAiScheduler::worker, System::nanoTime, optimizer);
        this.models =
                new Models(MODULE, settings.models(), folders, engines, new Defaults(store), optimizer, this::changed);
        this.embeddings = new Embeddings(queue, optimizer);
        this.modelTasks = new ModelTasks(models, embeddings);
        this.enrichments = new Enrichments(queue, () -> text.get().enricher(), models, embeddings);
    }

    /** Models of the home count before those of the distribution. */
    private static List<Path> folders(BundleContext context) {
        return Stream.of("byenatos.home", "byenatos.distribution")
                .map(context::getProperty)
                .filter(Objects::nonNull)
                .map(root -> Path.of(root, "models"))
                .toList();
    }

    @Activate
    void start() {
        queue.start();
    }

    /** Begins to look for models and to read tables, before somebody waits for them. */
    void prepare() {
        models.start();
        WarmUp warmUp = new WarmUp(new ArrayDeque<>(List.of(
                () -> tokens.count("", DEFAULT_ENCODING),
                () -> text.get().languages().detect("warm up"))));
        CompletableFuture<Timing> warm = queue.submit(warmUp, Priority.BATCH, null);
        var unused = warm.whenComplete((timing, failure) -> {
            if (failure != null && !(failure instanceof ModuleStoppedException)) {
                LOG.log(System.Logger.Level.ERROR, "cannot read the tables of local AI", failure);
            }
        });
    }

    @Deactivate
    void stop() {
        gate.close();
        queue.close(drain);
        models.close();
    }

    @Override
    public CompletionStage<AiResult> compute(AiRequest request) {
        return staged(() -> text.get().requests().handles(request.task())
                ? queue.submit(text.get().requests().work(request), request.priority(), request.deadline())
                : modelTasks.compute(request));
    }

    @Override
    public CompletionStage<List<Enrichment>> enrich(List<HinataRecord> records) {
        return staged(() -> enrichments.of(List.copyOf(records)));
    }

    @Override
    public AiMetrics metrics() {
        return gate.call(() -> optimizer.metrics(queue.metrics()));
    }

    @Override
    public int count(String text, String encoding) {
        return gate.call(() -> tokens.count(text, encoding));
    }

    @Override
    public List<String> encodings() {
        return gate.call(tokens::encodings);
    }

    CallGate gate() {
        return gate;
    }

    Models models() {
        return models;
    }

    CompletionStage<List<float[]>> embed(
            EmbeddingModel model, List<String> texts, Embedder.Use use, Priority priority) {
        return staged(() -> Cancellable.compose(
                models.use(model),
                loaded -> loaded.whileHeld(() -> Cancellable.apply(
                        embeddings.vectors(loaded, texts, use, new Embeddings.Manner(priority, null, null)),
                        ModelWork.Rows::rows))));
    }

    /** Who is told of models from now on. */
    void tell(BiConsumer<String, String> listener) {
        news = listener;
    }

    private void changed(String model, String what) {
        news.accept(model, what);
    }

    /** What is wrong with a call ends its stage; only that the module was stopped is thrown, so that a slot waits. */
    private <R> CompletionStage<R> staged(Supplier<CompletableFuture<R>> submit) {
        return gate.call(() -> {
            try {
                return submit.get();
            } catch (ModuleStoppedException stopped) {
                throw stopped;
            } catch (ByenatosException refused) {
                return CompletableFuture.failedFuture(refused);
            }
        });
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    void bindEngine(ModelEngine engine) {
        engines.add(engine);
        models.wake();
    }

    void unbindEngine(ModelEngine engine) {
        engines.remove(engine);
        models.forget(engine);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindStateStore(StateStore service) {
        store.bind(service);
        models.wake();
    }

    void unbindStateStore(StateStore service) {
        store.unbind(service);
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "byenatos-local-ai");
        thread.setDaemon(true);
        return thread;
    }
}
