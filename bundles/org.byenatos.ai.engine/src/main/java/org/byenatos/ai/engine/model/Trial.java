package org.byenatos.ai.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.byenatos.ai.engine.text.Encoded;
import org.byenatos.ai.engine.text.Vocabulary;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;

/**
 * Runs a model before anybody relies on it.
 *
 * @param model the model
 * @param spec what it promises
 * @param vocabulary the tokens that it may be given
 */
public record Trial(TokenModel model, ModelSpec spec, Vocabulary vocabulary) {

    /** Longer texts are not tried: attention over thousands of tokens takes gigabytes. */
    private static final int LONGEST = 512;

    /** @throws ModelRefusedException if something fails */
    public void run() {
        attempt("it does not take a single token", () -> compute(vocabulary.padId(), 1));
        long largest = vocabulary.largestId();
        attempt(
                "its tokenizer has tokens up to the id " + largest + ", and the graph does not take that one",
                () -> compute(largest, 1));
        attempt("it does not take short texts", () -> model.run(texts()));
        int tokens = Math.min(LONGEST, spec.maximumTokens());
        attempt("it does not take texts of " + tokens + " tokens", () -> compute(vocabulary.padId(), tokens));
    }

    private List<ModelInput> texts() {
        return Stream.of("", "A walk along the river.", "沿着河边散步 🙂")
                .map(text -> new ModelInput(text, spec.task() == ModelTask.RERANK ? "a river" : null))
                .toList();
    }

    private void compute(long id, int tokens) {
        long[] ids = new long[tokens];
        Arrays.fill(ids, id);
        model.compute(List.of(new Encoded(ids, new long[tokens])));
    }

    private void attempt(String failure, Runnable run) {
        try {
            run.run();
        } catch (RuntimeException failed) {
            throw new ModelRefusedException(spec.id(), failure + ": " + Reasons.of(failed));
        }
    }
}
