package org.byenatos.ai.engine.table;

import java.io.IOException;
import java.nio.file.Path;
import org.byenatos.ai.engine.bpe.BytePairTokenizer;
import org.byenatos.ai.engine.model.Limits;
import org.byenatos.ai.engine.model.ModelFolder;
import org.byenatos.ai.engine.model.Reasons;
import org.byenatos.ai.engine.model.Trial;
import org.byenatos.ai.engine.text.Vocabulary;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.ai.model.Pooling;

/**
 * Opens folders of tables, and refuses all others with the advice to have them run by ONNX Runtime.
 *
 * @param limits how large they may be
 */
public record TableOpener(Limits limits) {

    private static final long PADDING = 0;

    /**
     * Opens a table and tries it.
     *
     * @throws ModelRefusedException if it is none, or gives nothing that could be used
     */
    public OpenModel open(Path folder, ModelSpec spec) {
        ModelFolder files = ModelFolder.check(folder, spec, limits);
        try {
            BytePairTokenizer tokenizer = BytePairTokenizer.open(files.tokenizer());
            TableGraph graph = TableGraph.of(files.graph());
            check(spec, graph, tokenizer);
            TableModel model = new TableModel(spec, tokenizer, StaticTable.open(files.onnx(), graph), files.bytes());
            new Trial(model, spec, new Vocabulary(tokenizer.largestId(), PADDING)).run();
            return model;
        } catch (IOException another) {
            throw new ModelRefusedException(
                    spec.id(),
                    "the engine table cannot run it: " + Reasons.of(another)
                            + ". It runs a table of bytes with a byte pair tokenizer alone; for other models, let model.json"
                            + " name the engine onnxruntime");
        }
    }

    private static void check(ModelSpec spec, TableGraph graph, BytePairTokenizer tokenizer) throws IOException {
        if (spec.task() != ModelTask.EMBEDDING || spec.pooling() != Pooling.NONE) {
            throw new IOException("its task is " + spec.task().word() + " with the pooling "
                    + spec.pooling().word());
        }
        if (graph.dimensions() != spec.dimensions()) {
            throw new IOException(
                    "its rows have " + graph.dimensions() + " values, and dimensions says " + spec.dimensions());
        }
        if (tokenizer.largestId() >= graph.rows()) {
            throw new IOException("its tokenizer has tokens up to the id " + tokenizer.largestId() + ", its table "
                    + graph.rows() + " rows");
        }
    }
}
