package org.byenatos.localaischeduler;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.byenatos.api.ai.model.ModelScheduler;
import org.byenatos.api.ai.model.ModelStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The models, for others. */
@Component(service = ModelScheduler.class)
public final class ModelSchedulerService implements ModelScheduler {

    private final LocalAiScheduler scheduler;

    /** @param scheduler what has them */
    @Activate
    public ModelSchedulerService(@Reference LocalAiScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public List<ModelStatus> models() {
        return scheduler.gate().call(scheduler.models()::statuses);
    }

    @Override
    public CompletionStage<ModelStatus> load(String id) {
        return scheduler.gate().call(() -> scheduler.models().load(id));
    }

    @Override
    public CompletionStage<ModelStatus> unload(String id) {
        return scheduler.gate().call(() -> scheduler.models().unload(id));
    }

    @Override
    public CompletionStage<ModelStatus> setDefault(String id) {
        return scheduler.gate().call(() -> scheduler.models().setDefault(id));
    }
}
