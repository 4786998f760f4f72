package org.byenatos.api;

import java.util.List;
import org.byenatos.api.ai.AiMetrics;
import org.byenatos.api.ai.model.ModelScheduler;
import org.byenatos.api.ai.model.ModelStatus;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The models of local AI. Checked, audited and failing as {@link VirtualCore}, and as the stages of
 * {@link ModelScheduler} end; changes need the owner's token.
 */
@ProviderType
public interface LocalModels {

    /** All models: scope {@code ai:compute}. */
    List<ModelStatus> models(Credential credential);

    /** How local AI fares: scope {@code ai:compute}. */
    AiMetrics aiMetrics(Credential credential);

    /** As {@link ModelScheduler#load}. */
    ModelStatus loadModel(Credential credential, String id);

    /** As {@link ModelScheduler#unload}. */
    ModelStatus unloadModel(Credential credential, String id);

    /** As {@link ModelScheduler#setDefault}. */
    ModelStatus setDefaultModel(Credential credential, String id);
}
