package org.byenatos.localaischeduler.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Which models the folders hold, which of them can be used, and which one is each task's default. Read by any thread,
 * changed by one.
 */
final class Catalog {

    /** The model that a distribution brings. */
    static final String BUILT_IN = "byenatos-static-v1";

    private static final System.Logger LOG = System.getLogger(Catalog.class.getName());

    private final ModelFinder finder;
    private final Defaults defaults;
    private final ConcurrentMap<String, String> refusals = new ConcurrentHashMap<>();
    private volatile Map<String, FoundModel> found = Map.of();
    private volatile @Nullable Map<ModelTask, String> chosen;

    /**
     * @param finder what looks into the folders
     * @param defaults which models the owner chose
     */
    Catalog(ModelFinder finder, Defaults defaults) {
        this.finder = finder;
        this.defaults = defaults;
    }

    /** Looks into the folders again. A model whose folder was touched is no longer refused. */
    void scan() {
        Map<String, FoundModel> before = found;
        Map<String, FoundModel> now = finder.find(before.values());
        found = Collections.unmodifiableMap(new TreeMap<>(now));
        refusals.keySet().removeIf(id -> touched(before.get(id), now.get(id)));
    }

    private static boolean touched(@Nullable FoundModel before, @Nullable FoundModel now) {
        return before == null || now == null || before.stamp() != now.stamp();
    }

    /** All that the folders hold, by id. */
    Collection<FoundModel> all() {
        return found.values();
    }

    boolean has(String id) {
        return found.containsKey(id);
    }

    /**
     * A model of the folders.
     *
     * @throws NotFoundException if there is none
     */
    FoundModel get(String id) {
        FoundModel model = found.get(id);
        if (model == null) {
            throw new NotFoundException("There is no model " + id + "; GET /ai/models lists those that there are.");
        }
        return model;
    }

    /**
     * A model of the folders that nothing speaks against so far.
     *
     * @throws ModelRefusedException with what speaks against it
     */
    FoundModel usable(String id) {
        FoundModel model = get(id);
        String refusal = refusals.get(id);
        if (refusal != null) {
            throw new ModelRefusedException(id, refusal);
        }
        return model;
    }

    /** Whether a model has a spec other than this one now, or is gone. That an export got its model.json is no change. */
    boolean differs(ModelSpec spec) {
        FoundModel now = found.get(spec.id());
        return now == null || !spec.equals(now.spec());
    }

    /** From now on the model cannot be used, until its folder is touched or it is forgiven. */
    void refuse(String id, ModelRefusedException refused) {
        String message = String.valueOf(refused.getMessage());
        int colon = message.indexOf(": ");
        refusals.put(id, colon < 0 ? message : message.substring(colon + 2));
    }

    void forgive(String id) {
        refusals.remove(id);
    }

    boolean isRefused(String id) {
        return refusals.containsKey(id);
    }

    /** Why a model cannot be used; {@code null} if it can. */
    @Nullable
    String refusal(FoundModel model) {
        return model.reason() == null ? refusals.get(model.id()) : model.reason();
    }

    /** Reads which defaults the owner chose, once the database can be reached. */
    void readChoice() {
        if (chosen == null && defaults.reachable()) {
            try {
                chosen = Map.copyOf(defaults.read());
            } catch (ByenatosException away) {
                LOG.log(System.Logger.Level.DEBUG, "The default models are read later: {0}", away.getMessage());
            }
        }
    }

    /** Whether it is known what the owner chose. */
    boolean knowsChoice() {
        return chosen != null;
    }

    /** Keeps a model as its task's default, and then makes it that. */
    void choose(ModelTask task, String id) {
        defaults.write(task, id);
        Map<ModelTask, String> now = new HashMap<>(Objects.requireNonNullElse(chosen, Map.of()));
        now.put(task, id);
        chosen = Map.copyOf(now);
    }

    /** The model that the owner chose for a task, if it can be used. */
    Optional<String> chosenFor(ModelTask task) {
        return Optional.ofNullable(chosen).map(choice -> choice.get(task)).filter(id -> serves(id, task));
    }

    /** The default model of a task: the one that was chosen, the built-in one, or the first. */
    Optional<String> defaultOf(ModelTask task) {
        return chosenFor(task)
                .or(() -> Optional.of(BUILT_IN).filter(id -> serves(id, task)))
                .or(() -> found.keySet().stream().filter(id -> serves(id, task)).findFirst());
    }

    boolean isDefault(ModelSpec spec) {
        return defaultOf(spec.task()).filter(spec.id()::equals).isPresent();
    }

    /** The ids of the models of a task that can be used. */
    List<String> of(ModelTask task) {
        return found.keySet().stream().filter(id -> serves(id, task)).toList();
    }

    private boolean serves(String id, ModelTask task) {
        FoundModel model = found.get(id);
        return model != null && model.spec() != null && model.spec().task() == task && refusal(model) == null;
    }
}
