package org.byenatos.localaischeduler.model;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.ai.model.ModelEngine;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelState;
import org.byenatos.api.ai.model.ModelStatus;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.localaischeduler.compute.ComputeOptimizer;
import org.jspecify.annotations.Nullable;

/**
 * The models of the folders: loads them when they are needed and lets go of those that are not. Everything that takes
 * long is done on one thread of its own, one after the other. Thread-safe.
 */
public final class Models implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Models.class.getName());
    private static final long STORE_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long CLOSE_SECONDS = 5;

    private final String module;
    private final ModelSettings settings;
    private final Catalog catalog;
    private final LoadedModels loaded;
    private final Engines engines;
    private final ComputeOptimizer optimizer;
    private final BiConsumer<String, String> news;
    private final ScheduledExecutorService loader;
    private final long begun = System.nanoTime();
    private final Loads loads;
    private final CompletableFuture<Models> scanned = new CompletableFuture<>();
    private final CompletableFuture<Models> settled = new CompletableFuture<>();
    private volatile boolean started;
    private volatile boolean warm = true;
    private @Nullable String lastDefault;

    /**
     * @param module the name of the module, for messages
     * @param settings how they are kept
     * @param roots their folders, those that count first in front
     * @param engines what opens them
     * @param defaults which were chosen
     * @param optimizer chooses the sizes of batches
     * @param news is told of a model's id and what became of it, in the words of {@code ModelChanged}
     */
    public Models(
            String module,
            ModelSettings settings,
            List<Path> roots,
            Engines engines,
            Defaults defaults,
            ComputeOptimizer optimizer,
            BiConsumer<String, String> news) {
        this.module = module;
        this.settings = settings;
        this.catalog = new Catalog(new ModelFinder(roots, settings.memoryBytes(), Clock.systemUTC()), defaults);
        this.loaded = new LoadedModels(settings.memoryBytes(), news);
        this.engines = engines;
        this.optimizer = optimizer;
        this.news = news;
        this.loader = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "byenatos-models");
            thread.setDaemon(true);
            return thread;
        });
        this.loads = new Loads(module, loader);
    }

    /** Looks for models now and from time to time, and loads the default model for vectors, all in the background. */
    public void start() {
        started = true;
        long scan = settings.scan().toMillis();
        var unused = loader.scheduleWithFixedDelay(this::upkeep, 0, scan, TimeUnit.MILLISECONDS);
    }

    /** An engine or the database has come: what waited for it is tried again. Before {@link #start} that has time. */
    public void wake() {
        warm = true;
        if (started) {
            background(this::upkeep);
        }
    }

    /** An engine goes, and its models with it. */
    public void forget(ModelEngine engine) {
        background(() -> loaded.dropIf(model -> model.by(engine)));
    }

    private void background(Runnable work) {
        try {
            loader.execute(work);
        } catch (RejectedExecutionException stopped) {
            LOG.log(System.Logger.Level.DEBUG, "Nothing is done after the end");
        }
    }

    /** Lets go of all models; what is in flight must have ended. */
    @Override
    public void close() {
        loader.shutdown();
        try {
            if (!loader.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "A model is still being loaded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loaded.clear();
        ModuleStoppedException stopped = new ModuleStoppedException(module);
        scanned.completeExceptionally(stopped);
        settled.completeExceptionally(stopped);
        loads.fail();
    }

    /** All models, by id. */
    public List<ModelStatus> statuses() {
        return catalog.all().stream().map(this::status).toList();
    }

    /** Loads a model unless it is loaded. */
    public CompletableFuture<ModelStatus> load(String id) {
        catalog.forgive(id);
        return use(id).thenApply(model -> {
            model.release();
            return statusOf(id);
        });
    }

    /** Frees a model's memory when nobody runs it any more. */
    public CompletableFuture<ModelStatus> unload(String id) {
        Loaded model = catalog.has(id) ? loaded.get(id) : null;
        if (model == null) {
            return CompletableFuture.completedFuture(id).thenApply(this::statusOf);
        }
        loaded.drop(model);
        return model.closed().thenApply(closed -> statusOf(id));
    }

    /** Loads a model, keeps it as its task's default, and then makes it that. */
    public CompletableFuture<ModelStatus> setDefault(String id) {
        return use(id).thenApplyAsync(
                        model -> {
                            try {
                                catalog.choose(model.spec().task(), id);
                                news.accept(id, "default");
                                return statusOf(id);
                            } finally {
                                model.release();
                            }
                        },
                        loader);
    }

    /** The default model for vectors, if it is loaded. */
    public Optional<EmbeddingModel> current() {
        return defaultOf(ModelTask.EMBEDDING).map(loaded::get).map(Loaded::embedding);
    }

    /** Ends when the default model for vectors has been loaded after the start, or it is known that there is none. */
    public CompletableFuture<Models> settled() {
        return settled.copy();
    }

    /** Waits for {@link #settled}, but no longer than the patience; after that at once. */
    public void awaitSettled(Duration patience) {
        if (!settled.isDone()) {
            settled()
                    .handle((ready, stopped) -> this)
                    .completeOnTimeout(this, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    /** The default model of a task: the one that was chosen, the built-in one, or the first. */
    public Optional<String> defaultOf(ModelTask task) {
        return catalog.defaultOf(task);
    }

    /** The ids of the models of a task that can be used. */
    public List<String> of(ModelTask task) {
        return catalog.of(task);
    }

    /**
     * A model for a task, as {@link #use}.
     *
     * @param id which, {@code null} for the default
     */
    public CompletableFuture<Loaded> forTask(ModelTask task, @Nullable String id) {
        return scanned.thenCompose(ready -> {
            String wanted = id == null ? defaultOf(task).orElse(null) : id;
            if (wanted == null) {
                throw new ModelNotLoadedException("There is no model for the task " + task.word()
                        + ". Put one into the folder models of the distribution or of the home, then try again.");
            }
            return use(wanted).thenApply(model -> checked(model, task));
        });
    }

    private static Loaded checked(Loaded model, ModelTask task) {
        if (model.spec().task() != task) {
            model.release();
            throw new InvalidInputException(
                    "/model", "is a model for " + model.spec().task().word() + ", this needs one for " + task.word());
        }
        return model;
    }

    /** Whether a model is for a task; {@code false} if there is no such model. */
    public boolean isFor(String id, ModelTask task) {
        return of(task).contains(id);
    }

    /** The model that the owner chose for a task, or else one that is loaded. */
    public Optional<String> preferred(ModelTask task) {
        return catalog.chosenFor(task)
                .or(() -> of(task).stream().filter(loaded::has).findFirst());
    }

    /** A model, loaded if need be, and acquired: the caller releases it. */
    public CompletableFuture<Loaded> use(String id) {
        Loaded model = loaded.get(id);
        if (model != null && model.acquire()) {
            return CompletableFuture.completedFuture(model);
        }
        return loads.of(id, () -> loadNow(id))
                .thenCompose(made -> made.acquire() ? CompletableFuture.completedFuture(made) : use(id));
    }

    /** Exactly this content of a model, as {@link #use}. */
    public CompletableFuture<Loaded> use(EmbeddingModel wanted) {
        return use(wanted.id()).thenApply(model -> {
            if (!model.embedding().equals(wanted)) {
                model.release();
                throw new NotFoundException("The model " + wanted.id() + " has another content now.");
            }
            return model;
        });
    }

    private Loaded loadNow(String id) {
        Loaded present = loaded.get(id);
        if (present != null) {
            return present;
        }
        if (!catalog.has(id)) {
            scan();
        }
        return open(catalog.usable(id));
    }

    private Loaded open(FoundModel model) {
        ModelSpec spec = model.usable();
        ModelEngine engine = engines.named(spec.engine());
        loaded.makeRoom(model.bytes());
        OpenModel open;
        try {
            open = ModelOpening.open(model, engine);
        } catch (ModelRefusedException refused) {
            catalog.refuse(model.id(), refused);
            LOG.log(System.Logger.Level.WARNING, refused.getMessage());
            throw refused;
        }
        Loaded made = new Loaded(model, engine, open, optimizer.team(spec.id(), open), loader);
        loaded.add(made);
        return made;
    }

    private void upkeep() {
        try {
            scan();
            catalog.readChoice();
            loaded.dropIf(this::idle);
            scanned.complete(this);
            loadDefault();
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "The models could not be looked after", failed);
        } finally {
            scanned.complete(this);
        }
    }

    private void scan() {
        catalog.scan();
        loaded.dropIf(model -> catalog.differs(model.spec()));
    }

    private boolean idle(Loaded model) {
        return !catalog.isDefault(model.spec())
                && model.unused()
                && System.nanoTime() - model.lastUsed() > settings.idle().toNanos();
    }

    /**
     * Loads the default model at start, and whenever it is another or an engine has come; one that was unloaded stays
     * away until somebody needs it. Waits for the database a while, so that what the owner chose is what is loaded.
     */
    private void loadDefault() {
        if (!catalog.knowsChoice() && System.nanoTime() - begun < STORE_PATIENCE_NANOS) {
            return;
        }
        String id = defaultOf(ModelTask.EMBEDDING).orElse(null);
        warm = warm || !Objects.equals(id, lastDefault);
        while (warm && id != null && engines.has(engineOf(id))) {
            warm = false;
            tryToLoad(id);
            String next = defaultOf(ModelTask.EMBEDDING).orElse(null);
            warm = catalog.isRefused(id) && !id.equals(next);
            id = next;
        }
        lastDefault = id;
        settled.complete(this);
    }

    private String engineOf(String id) {
        return catalog.get(id).usable().engine();
    }

    private void tryToLoad(String id) {
        try {
            Loaded made = loadNow(id);
            LOG.log(System.Logger.Level.DEBUG, "{0} is loaded", made.version());
        } catch (ByenatosException notNow) {
            LOG.log(System.Logger.Level.DEBUG, "The default model is not loaded: {0}", notNow.getMessage());
        }
    }

    private ModelStatus statusOf(String id) {
        return status(catalog.get(id));
    }

    private ModelStatus status(FoundModel model) {
        Loaded present = loaded.get(model.id());
        String refusal = catalog.refusal(model);
        ModelSpec spec = model.spec();
        return new ModelStatus(
                model.id(),
                spec,
                state(model.id(), present, refusal),
                spec != null && catalog.isDefault(spec),
                present == null ? 0 : present.memoryBytes(),
                present == null ? refusal : null);
    }

    private ModelState state(String id, @Nullable Loaded present, @Nullable String refusal) {
        if (present != null) {
            return ModelState.LOADED;
        }
        if (loads.has(id)) {
            return ModelState.LOADING;
        }
        return refusal == null ? ModelState.AVAILABLE : ModelState.REFUSED;
    }
}
