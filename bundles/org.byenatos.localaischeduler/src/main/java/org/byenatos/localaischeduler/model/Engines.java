package org.byenatos.localaischeduler.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.ai.model.ModelEngine;

/** The engines that are there now. Thread-safe. */
public final class Engines {

    private final List<ModelEngine> engines = new CopyOnWriteArrayList<>();

    /** An engine has come. */
    public void add(ModelEngine engine) {
        engines.add(engine);
    }

    /** An engine goes. */
    public void remove(ModelEngine engine) {
        engines.remove(engine);
    }

    boolean has(String name) {
        return engines.stream().anyMatch(engine -> engine.name().equals(name));
    }

    /** The engine of a name; of two the one that came last. */
    ModelEngine named(String name) {
        return engines.stream()
                .filter(engine -> engine.name().equals(name))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new ModelNotLoadedException("The engine " + name
                        + " that the model needs is not there (yet); see which bundles run in the console."));
    }
}
