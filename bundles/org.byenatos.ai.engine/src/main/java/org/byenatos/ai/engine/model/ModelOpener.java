package org.byenatos.ai.engine.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.byenatos.ai.engine.onnx.OnnxGraph;
import org.byenatos.ai.engine.text.TextTokenizer;
import org.byenatos.ai.engine.text.Vocabulary;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.OpenModel;

/**
 * Opens folders of models, after every look at them that needs no native code.
 *
 * @param limits how large they may be
 */
public record ModelOpener(Limits limits) {

    /** Steps that could go on for ever; no model of texts needs them. */
    private static final Set<String> ENDLESS = Set.of("Loop", "Scan");

    /** A tokenizer's tables in memory, measured against its file. */
    private static final int TOKENIZER_GROWTH = 4;

    /**
     * Opens a model and tries it.
     *
     * @throws ModelRefusedException if it is none, or gives nothing that could be used
     */
    public OpenModel open(Path folder, ModelSpec spec) {
        ModelFolder files = ModelFolder.check(folder, spec, limits);
        check(files.graph(), spec);
        Vocabulary vocabulary = vocabulary(files);
        OnnxModel model = open(files, vocabulary);
        try {
            new Trial(model, spec, vocabulary).run();
            return model;
        } catch (RuntimeException refused) {
            model.close();
            throw refused;
        }
    }

    private static OnnxModel open(ModelFolder files, Vocabulary vocabulary) {
        TextTokenizer tokenizer = tokenizer(files);
        try {
            Session session = Session.open(files.onnx(), files.graph());
            long tokenizerBytes = Files.size(files.tokenizer());
            return new OnnxModel(
                    files, vocabulary, tokenizer, session, files.bytes() + tokenizerBytes * (TOKENIZER_GROWTH - 1));
        } catch (IOException refused) {
            tokenizer.close();
            throw new ModelRefusedException(files.spec().id(), "model.onnx cannot be used: " + Reasons.of(refused));
        }
    }

    private static Vocabulary vocabulary(ModelFolder files) {
        try {
            return Vocabulary.read(files.tokenizer());
        } catch (IOException unreadable) {
            throw new ModelRefusedException(
                    files.spec().id(), "tokenizer.json cannot be read: " + Reasons.of(unreadable));
        }
    }

    private static TextTokenizer tokenizer(ModelFolder files) {
        try {
            return TextTokenizer.open(
                    Files.readString(files.tokenizer()), files.spec().maximumTokens());
        } catch (IOException | RuntimeException refused) {
            throw new ModelRefusedException(files.spec().id(), "tokenizer.json cannot be used: " + Reasons.of(refused));
        }
    }

    private static void check(OnnxGraph graph, ModelSpec spec) {
        for (Input needed : Set.of(Input.IDS, Input.MASK)) {
            if (!graph.inputs().containsKey(needed.word())) {
                throw new ModelRefusedException(spec.id(), "its graph has no input " + needed.word());
            }
        }
        graph.inputs().forEach((name, type) -> {
            if (Input.find(name).isEmpty()) {
                throw new ModelRefusedException(
                        spec.id(), "its graph has an input " + name + "; known are " + Input.words());
            }
            if (type != OnnxGraph.INT64 && type != OnnxGraph.INT32) {
                throw new ModelRefusedException(spec.id(), "its input " + name + " is not of whole numbers");
            }
        });
        Set<String> endless = new TreeSet<>(graph.operators());
        endless.retainAll(ENDLESS);
        if (!endless.isEmpty() || graph.sparse()) {
            throw new ModelRefusedException(
                    spec.id(),
                    "its graph has " + (graph.sparse() ? "sparse weights" : endless) + ", which are not run");
        }
    }
}
