package org.byenatos.ai.engine;

import java.util.List;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelOutput;
import org.byenatos.api.ai.model.OpenModel;

/** An open model that the engine knows of until it is closed, so that none outlives it. */
final class TrackedModel implements OpenModel {

    private final OpenModel model;
    private final OpenModels open;

    /** @param open the engine's models */
    TrackedModel(OpenModel model, OpenModels open) {
        this.model = model;
        this.open = open;
    }

    @Override
    public ModelOutput run(List<ModelInput> batch) {
        return model.run(batch);
    }

    @Override
    public int countTokens(ModelInput input) {
        return model.countTokens(input);
    }

    @Override
    public long memoryBytes() {
        return model.memoryBytes();
    }

    @Override
    public void close() {
        open.forget(this);
        model.close();
    }
}
