package org.byenatos.ai.engine.model;

import java.util.Arrays;
import java.util.List;
import org.byenatos.ai.engine.text.Encoded;
import org.byenatos.ai.engine.text.TextTokenizer;
import org.byenatos.ai.engine.text.Vocabulary;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelOutput;
import org.byenatos.api.ai.model.ModelSpec;

/** A tokenizer before a session, both in native memory, which a run holds as long as it lasts. */
final class OnnxModel implements TokenModel {

    private final ModelSpec spec;
    private final Vocabulary vocabulary;
    private final TextTokenizer tokenizer;
    private final Session session;
    private final Rows rows;
    private final long memoryBytes;
    private final WhileOpen memory;

    /** Takes over the tokenizer and the session. */
    OnnxModel(ModelFolder folder, Vocabulary vocabulary, TextTokenizer tokenizer, Session session, long memoryBytes) {
        this.spec = folder.spec();
        this.vocabulary = vocabulary;
        this.tokenizer = tokenizer;
        this.session = session;
        this.rows = Rows.of(spec);
        this.memoryBytes = memoryBytes;
        this.memory = new WhileOpen(spec.id());
    }

    @Override
    public ModelOutput run(List<ModelInput> batch) {
        return memory.use(() -> {
            List<Encoded> texts = batch.stream().map(tokenizer::encode).toList();
            return new ModelOutput(
                    inOrder(texts), texts.stream().mapToInt(Encoded::length).sum());
        });
    }

    @Override
    public int countTokens(ModelInput input) {
        return memory.use(() -> tokenizer.encode(input).length());
    }

    @Override
    public long memoryBytes() {
        return memoryBytes;
    }

    @Override
    public void close() {
        memory.close(() -> {
            session.close();
            tokenizer.close();
        });
    }

    @Override
    public List<float[]> compute(List<Encoded> texts) {
        Batch batch = Batch.of(texts, vocabulary.padId());
        List<Tensor> outputs = session.run(batch);
        Tensor output = rows.choose(outputs, batch).orElseThrow(() -> new IllegalStateException(unfit(outputs, batch)));
        for (float value : output.values()) {
            if (!Float.isFinite(value)) {
                throw new IllegalStateException("it gives values that are no numbers");
            }
        }
        return rows.rows(output, batch);
    }

    /** A text without a token has a row of zeros: nothing can be said of it. */
    private List<float[]> inOrder(List<Encoded> texts) {
        float[][] all = new float[texts.size()][];
        for (List<Integer> portion : Portions.of(texts)) {
            List<float[]> computed = compute(portion.stream().map(texts::get).toList());
            for (int i = 0; i < computed.size(); i++) {
                all[portion.get(i)] = computed.get(i);
            }
        }
        return Arrays.stream(all)
                .map(row -> row == null ? new float[spec.dimensions()] : row)
                .toList();
    }

    private String unfit(List<Tensor> outputs, Batch batch) {
        return "its outputs have the shapes " + outputs + " for " + batch.rows() + " texts of " + batch.columns()
                + " tokens, none of which fits " + rows;
    }
}
