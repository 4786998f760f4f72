package org.byenatos.virtualcore.gateway;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.byenatos.api.Credential;
import org.byenatos.api.LocalModels;
import org.byenatos.api.ai.AiMetrics;
import org.byenatos.api.ai.AiProcessor;
import org.byenatos.api.ai.model.ModelScheduler;
import org.byenatos.api.ai.model.ModelStatus;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Scope;
import org.byenatos.virtualcore.runtime.Modules;
import org.byenatos.virtualcore.runtime.Stages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The models of local AI, behind the door. */
@Component(service = LocalModels.class)
public final class ModelCalls implements LocalModels {

    private final ApiGateway gateway;
    private final Modules modules;

    /** @param kernel what the calls are wired to */
    @Activate
    public ModelCalls(@Reference Kernel kernel) {
        this.gateway = kernel.gateway();
        this.modules = kernel.modules();
    }

    @Override
    public List<ModelStatus> models(Credential credential) {
        return gateway.enter(credential, "models_list", ModelCalls::computing, (access, line) -> {
            List<ModelStatus> found = modules.models().call(ModelScheduler::models);
            line.count(found.size());
            return found;
        });
    }

    @Override
    public AiMetrics aiMetrics(Credential credential) {
        return gateway.enter(credential, "ai_metrics", ModelCalls::computing, (access, line) -> modules.ai()
                .call(AiProcessor::metrics));
    }

    @Override
    public ModelStatus loadModel(Credential credential, String id) {
        return asOwner(credential, "model_load", models -> models.load(id));
    }

    @Override
    public ModelStatus unloadModel(Credential credential, String id) {
        return asOwner(credential, "model_unload", models -> models.unload(id));
    }

    @Override
    public ModelStatus setDefaultModel(Credential credential, String id) {
        return asOwner(credential, "model_default", models -> models.setDefault(id));
    }

    private ModelStatus asOwner(
            Credential credential, String action, Function<ModelScheduler, CompletionStage<ModelStatus>> call) {
        return gateway.enter(credential, action, Requirements::owner, (caller, line) -> modules.models()
                .call(models -> Stages.await(call.apply(models))));
    }

    private static DataAccess computing(Caller caller) {
        return Requirements.sessionOrPerson(caller, Scope.AI_COMPUTE);
    }
}
