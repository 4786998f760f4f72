package org.byenatos.ai.engine;

import java.nio.file.Path;
import org.byenatos.ai.engine.model.Limits;
import org.byenatos.ai.engine.table.TableOpener;
import org.byenatos.api.ai.model.ModelEngine;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.OpenModel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Wires the engine for tables, which needs no native library. */
@Component(service = ModelEngine.class)
public final class TableEngine implements ModelEngine {

    private static final String NAME = "table";
    private static final String VERSION = "1";

    private final TableOpener opener = new TableOpener(Limits.ofThisMachine());
    private final OpenModels models = new OpenModels();

    /** Nothing to be started. */
    @Activate
    public TableEngine() {}

    @Deactivate
    void stop() {
        models.stop();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public OpenModel open(Path folder, ModelSpec spec) {
        return models.track(opener.open(folder, spec));
    }
}
