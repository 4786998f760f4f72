package org.byenatos.localaischeduler.model;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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

    /** The model that a distribution brings. */
    static final String BUILT_IN = "byenatos-static-v1";

    private static final System.Logger LOG = System.getLogger(Models.class.getName());
    private static final long STORE_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long CLOSE_SECONDS = 5;

    private final String module;
    private final ModelSettings settings;
    private final ModelFinder finder;
    private final Engines engines;
    private final Defaults defaults;
    private final ComputeOptimizer optimizer;
    private final BiConsumer<String, String> news;
    private final ScheduledExecutorService loader;
    private final long begun = System.nanoTime();
    private final ConcurrentMap<String, Loaded> loaded = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Loaded>> loading = new HashMap<>();
    private final ConcurrentMap<String, String> refusals = new ConcurrentHashMap<>();
    private volatile Map<String, FoundModel> found = Map.of();
    private volatile @Nullable Map<ModelTask, String> chosen;
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
        this.finder = new ModelFinder(roots, settings.memoryBytes(), Clock.systemUTC());
        this.engines = engines;
        this.defaults = defaults;
        this.optimizer = optimizer;
        this.news = news;
        this.loader = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "byenatos-models");
            thread.setDaemon(true);
            return thread;
        });
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
        background(
                () -> loaded.values().stream().filter(model -> model.by(engine)).forEach(this::drop));
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
        loaded.values().forEach(Loaded::retire);
        loaded.clear();
        failLoading();
    }

    private synchronized void failLoading() {
        scanned.completeExceptionally(new ModuleStoppedException(module));
        settled.completeExceptionally(new ModuleStoppedException(module));
        loading.values().forEach(future -> future.completeExceptionally(new ModuleStoppedException(module)));
        loading.clear();
    }

    /** All models, by id. */
    public List<ModelStatus> statuses() {
        return found.values().stream().map(this::status).toList();
    }

    /** Loads a model unless it is loaded. */
    public CompletableFuture<ModelStatus> load(String id) {
        refusals.remove(id);
        return use(id).thenApply(model -> {
            model.release();
            return statusOf(id);
        });
    }

    /** Frees a model's memory when nobody runs it any more. */
    public CompletableFuture<ModelStatus> unload(String id) {
        if (!found.containsKey(id)) {
            return CompletableFuture.failedFuture(missing(id));
        }
        Loaded model = loaded.get(id);
        return model == null
                ? CompletableFuture.completedFuture(statusOf(id))
                : dropped(model).thenApply(closed -> statusOf(id));
    }

    /** Loads a model, keeps it as its task's default, and then makes it that. */
    public CompletableFuture<ModelStatus> setDefault(String id) {
        return use(id).thenApplyAsync(
                        model -> {
                            try {
                                choose(model.spec().task(), id);
                                return statusOf(id);
                            } finally {
                                model.release();
                            }
                        },
                        loader);
    }

    private void choose(ModelTask task, String id) {
        defaults.write(task, id);
        Map<ModelTask, String> others = chosen;
        Map<ModelTask, String> now = new HashMap<>(others == null ? Map.of() : others);
        now.put(task, id);
        chosen = Map.copyOf(now);
        tell(id, "default");
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
        Map<ModelTask, String> choice = chosen;
        String wanted = choice == null ? null : choice.get(task);
        if (usable(wanted, task)) {
            return Optional.ofNullable(wanted);
        }
        if (usable(BUILT_IN, task)) {
            return Optional.of(BUILT_IN);
        }
        return found.keySet().stream().filter(id -> usable(id, task)).findFirst();
    }

    /** The ids of the models of a task that can be used. */
    public List<String> of(ModelTask task) {
        return found.keySet().stream().filter(id -> usable(id, task)).toList();
    }

    private boolean usable(@Nullable String id, ModelTask task) {
        FoundModel model = id == null ? null : found.get(id);
        return model != null
                && model.spec() != null
                && model.reason() == null
                && model.spec().task() == task
                && !refusals.containsKey(model.id());
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
        Map<ModelTask, String> choice = chosen;
        String wanted = choice == null ? null : choice.get(task);
        return usable(wanted, task)
                ? Optional.ofNullable(wanted)
                : of(task).stream().filter(loaded::containsKey).findFirst();
    }

    /** A model, loaded if need be, and acquired: the caller releases it. */
    public CompletableFuture<Loaded> use(String id) {
        Loaded model = loaded.get(id);
        if (model != null && model.acquire()) {
            return CompletableFuture.completedFuture(model);
        }
        return loading(id).thenCompose(made -> made.acquire() ? CompletableFuture.completedFuture(made) : use(id));
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

    private synchronized CompletableFuture<Loaded> loading(String id) {
        CompletableFuture<Loaded> present = loading.get(id);
        if (present != null) {
            return present;
        }
        CompletableFuture<Loaded> future = new CompletableFuture<>();
        loading.put(id, future);
        try {
            loader.execute(() -> settle(id, future));
        } catch (RejectedExecutionException stopped) {
            loading.remove(id);
            future.completeExceptionally(new ModuleStoppedException(module));
        }
        return future;
    }

    private void settle(String id, CompletableFuture<Loaded> future) {
        try {
            Loaded model = loadNow(id);
            ended(id);
            future.complete(model);
        } catch (RuntimeException | Error failure) {
            ended(id);
            future.completeExceptionally(failure);
        }
    }

    private synchronized void ended(String id) {
        loading.remove(id);
    }

    private Loaded loadNow(String id) {
        Loaded present = loaded.get(id);
        if (present != null) {
            return present;
        }
        if (!found.containsKey(id)) {
            scan();
        }
        FoundModel model = found.get(id);
        if (model == null) {
            throw missing(id);
        }
        String refused = refusals.get(id);
        if (refused != null) {
            throw new ModelRefusedException(id, refused);
        }
        return open(model);
    }

    private Loaded open(FoundModel model) {
        ModelSpec spec = model.usable();
        ModelEngine engine = engines.named(spec.engine());
        makeRoom(model.bytes());
        OpenModel open;
        try {
            open = ModelOpening.open(model, engine);
        } catch (ModelRefusedException refused) {
            refusals.put(model.id(), reason(refused));
            LOG.log(System.Logger.Level.WARNING, refused.getMessage());
            throw refused;
        }
        Loaded made = new Loaded(model, engine, open, optimizer.team(spec.id(), open), loader);
        loaded.put(spec.id(), made);
        makeRoom(0);
        tell(spec.id(), "loaded");
        return made;
    }

    /** Lets go of what was used longest ago, until the rest and so many bytes more are within the budget. */
    private void makeRoom(long more) {
        while (loaded.size() > (more == 0 ? 1 : 0) && memory() + more > settings.memoryBytes()) {
            loaded.values().stream()
                    .min(Comparator.comparingLong(model -> model.lastUsed() - begun))
                    .ifPresent(this::drop);
        }
    }

    private long memory() {
        return loaded.values().stream().mapToLong(Loaded::memoryBytes).sum();
    }

    private void drop(Loaded model) {
        if (loaded.remove(model.spec().id(), model)) {
            tell(model.spec().id(), "unloaded");
        }
        model.retire();
    }

    private CompletableFuture<Loaded> dropped(Loaded model) {
        drop(model);
        return model.closed();
    }

    private void upkeep() {
        try {
            scan();
            readChoice();
            loaded.values().stream().filter(this::idle).forEach(this::drop);
            scanned.complete(this);
            loadDefault();
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "The models could not be looked after", failed);
        } finally {
            scanned.complete(this);
        }
    }

    private void scan() {
        Map<String, FoundModel> before = found;
        Map<String, FoundModel> now = finder.find(before.values());
        found = Collections.unmodifiableMap(new TreeMap<>(now));
        refusals.keySet().removeIf(id -> touched(before.get(id), now.get(id)));
        loaded.values().stream()
                .filter(model -> changed(model, now.get(model.spec().id())))
                .forEach(this::drop);
    }

    private static boolean touched(@Nullable FoundModel before, @Nullable FoundModel now) {
        return before == null || now == null || before.stamp() != now.stamp();
    }

    /** Whether it says something else now; that an export got its model.json is no change. */
    private static boolean changed(Loaded model, @Nullable FoundModel now) {
        return now == null || !model.spec().equals(now.spec());
    }

    private void readChoice() {
        if (chosen == null && defaults.reachable()) {
            try {
                chosen = Map.copyOf(defaults.read());
            } catch (ByenatosException away) {
                LOG.log(System.Logger.Level.DEBUG, "The default models are read later: {0}", away.getMessage());
            }
        }
    }

    private boolean idle(Loaded model) {
        boolean isDefault =
                defaultOf(model.spec().task()).filter(model.spec().id()::equals).isPresent();
        return !isDefault
                && model.unused()
                && System.nanoTime() - model.lastUsed() > settings.idle().toNanos();
    }

    /**
     * Loads the default model at start, and whenever it is another or an engine has come; one that was unloaded stays
     * away until somebody needs it. Waits for the database a while, so that what the owner chose is what is loaded.
     */
    private void loadDefault() {
        if (chosen == null && System.nanoTime() - begun < STORE_PATIENCE_NANOS) {
            return;
        }
        String id = defaultOf(ModelTask.EMBEDDING).orElse(null);
        warm = warm || !Objects.equals(id, lastDefault);
        while (warm && id != null && engines.has(engineOf(id))) {
            warm = false;
            tryToLoad(id);
            String next = defaultOf(ModelTask.EMBEDDING).orElse(null);
            warm = refusals.containsKey(id) && !id.equals(next);
            id = next;
        }
        lastDefault = id;
        settled.complete(this);
    }

    private String engineOf(String id) {
        return Objects.requireNonNull(found.get(id), "a default that was not found")
                .usable()
                .engine();
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
        FoundModel model = found.get(id);
        if (model == null) {
            throw missing(id);
        }
        return status(model);
    }

    private ModelStatus status(FoundModel model) {
        Loaded present = loaded.get(model.id());
        String reason = model.reason() == null ? refusals.get(model.id()) : model.reason();
        ModelState state = present != null
                ? ModelState.LOADED
                : isLoading(model.id())
                        ? ModelState.LOADING
                        : reason == null ? ModelState.AVAILABLE : ModelState.REFUSED;
        ModelSpec spec = model.spec();
        boolean isDefault = spec != null
                && defaultOf(spec.task()).filter(model.id()::equals).isPresent();
        return new ModelStatus(
                model.id(),
                spec,
                state,
                isDefault,
                present == null ? 0 : present.memoryBytes(),
                present == null ? reason : null);
    }

    private synchronized boolean isLoading(String id) {
        return loading.containsKey(id);
    }

    private void tell(String id, String what) {
        news.accept(id, what);
    }

    private static NotFoundException missing(String id) {
        return new NotFoundException("There is no model " + id + "; GET /ai/models lists those that there are.");
    }

    private static String reason(ModelRefusedException refused) {
        String message = String.valueOf(refused.getMessage());
        int colon = message.indexOf(": ");
        return colon < 0 ? message : message.substring(colon + 2);
    }
}
