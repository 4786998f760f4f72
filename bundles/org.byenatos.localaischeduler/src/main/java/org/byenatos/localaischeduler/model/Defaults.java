package org.byenatos.localaischeduler.model;

import java.util.EnumMap;
import java.util.Map;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.common.Json;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.state.StateStore;

/** Which model the owner chose for a task, kept in the database. Thread-safe. */
public final class Defaults {

    private static final String COLLECTION = "model_default";

    private final ServiceSlot<StateStore> store;

    /** @param store where they are kept */
    public Defaults(ServiceSlot<StateStore> store) {
        this.store = store;
    }

    boolean reachable() {
        return store.present();
    }

    /** What was chosen. */
    Map<ModelTask, String> read() {
        Map<StateKey, Json> documents = store.call(documentStore -> documentStore.list(COLLECTION));
        Map<ModelTask, String> chosen = new EnumMap<>(ModelTask.class);
        for (ModelTask task : ModelTask.values()) {
            Json document = documents.get(StateKey.of(COLLECTION, task.word()));
            if (document != null) {
                chosen.put(task, document.text().replace("\"", ""));
            }
        }
        return chosen;
    }

    void write(ModelTask task, String id) {
        store.run(documentStore -> documentStore.put(StateKey.of(COLLECTION, task.word()), new Json("\"" + id + "\"")));
    }
}
