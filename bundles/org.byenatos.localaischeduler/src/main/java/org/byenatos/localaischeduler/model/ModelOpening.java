package org.byenatos.localaischeduler.model;

import java.util.List;
import org.byenatos.api.ai.model.ModelEngine;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.OpenModel;

/** Opens a model and tries it before anybody relies on it. Stateless. */
final class ModelOpening {

    private static final String ENGLISH = "The quick brown fox reads a book by the river.";
    private static final String CHINESE = "我下个月搬到上海，想学习摄影。";

    private ModelOpening() {}

    /** The model of a folder, verified and tried. */
    static OpenModel open(FoundModel found, ModelEngine engine) {
        ModelSpec spec = found.usable();
        Checksums.verify(found.folder(), spec);
        OpenModel open = engine.open(found.folder().path(), spec);
        try {
            tryOut(spec, open);
            return open;
        } catch (RuntimeException | Error failure) {
            open.close();
            throw failure;
        }
    }

    private static void tryOut(ModelSpec spec, OpenModel open) {
        boolean pairs = spec.task() == ModelTask.RERANK;
        List<ModelInput> texts = List.of(
                pairs ? new ModelInput(ENGLISH, CHINESE) : new ModelInput(ENGLISH),
                pairs ? new ModelInput(CHINESE, ENGLISH) : new ModelInput(CHINESE));
        List<float[]> rows = open.run(texts).rows();
        if (rows.size() != texts.size()) {
            throw new ModelRefusedException(spec.id(), "it gives " + rows.size() + " rows for 2 texts");
        }
        for (float[] row : rows) {
            check(spec, row);
        }
    }

    private static void check(ModelSpec spec, float[] row) {
        if (row.length != spec.dimensions()) {
            throw new ModelRefusedException(
                    spec.id(), "its rows have " + row.length + " values, and dimensions says " + spec.dimensions());
        }
        double sum = 0;
        for (float value : row) {
            sum += (double) value * value;
        }
        boolean nothing = spec.task() == ModelTask.EMBEDDING && sum < 1e-12;
        if (!Double.isFinite(sum) || nothing) {
            throw new ModelRefusedException(spec.id(), "its values for a plain text are no numbers, or all zero");
        }
    }
}
