package org.byenatos.ai.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.error.UnavailableException;

/** The models that an engine has open, so that none outlives it. Thread-safe. */
final class OpenModels {

    private final Set<OpenModel> open = new HashSet<>();
    private boolean stopped;

    /**
     * Knows a model until it is closed.
     *
     * @return the model, to be used and closed instead
     * @throws UnavailableException if {@link #stop} was called; the model is closed then
     */
    synchronized OpenModel track(OpenModel model) {
        if (stopped) {
            model.close();
            throw EngineThread.stopped();
        }
        OpenModel tracked = new TrackedModel(model, this);
        open.add(tracked);
        return tracked;
    }

    synchronized void forget(OpenModel model) {
        open.remove(model);
    }

    /** Closes all models, and those that come. */
    void stop() {
        rest().forEach(OpenModel::close);
    }

    private synchronized List<OpenModel> rest() {
        stopped = true;
        return List.copyOf(open);
    }
}
