package org.byenatos.ai.engine.table;

import java.util.ArrayList;
import java.util.List;
import org.byenatos.ai.engine.bpe.BytePairTokenizer;
import org.byenatos.ai.engine.bpe.Tokens;
import org.byenatos.ai.engine.model.TokenModel;
import org.byenatos.ai.engine.model.WhileOpen;
import org.byenatos.ai.engine.text.Encoded;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelOutput;
import org.byenatos.api.ai.model.ModelSpec;

/** A tokenizer before a table. */
final class TableModel implements TokenModel {

    private final ModelSpec spec;
    private final BytePairTokenizer tokenizer;
    private final StaticTable table;
    private final long memoryBytes;
    private final WhileOpen open;

    TableModel(ModelSpec spec, BytePairTokenizer tokenizer, StaticTable table, long memoryBytes) {
        this.spec = spec;
        this.tokenizer = tokenizer;
        this.table = table;
        this.memoryBytes = memoryBytes;
        this.open = new WhileOpen(spec.id());
    }

    @Override
    public ModelOutput run(List<ModelInput> batch) {
        return open.use(() -> {
            List<float[]> rows = new ArrayList<>(batch.size());
            Tokens tokens = new Tokens();
            byte[] room = new byte[table.dimensions()];
            int read = 0;
            for (ModelInput input : batch) {
                tokenizer.read(single(input), spec.maximumTokens(), tokens);
                rows.add(sum(tokens, room));
                read += tokens.size();
            }
            return new ModelOutput(rows, read);
        });
    }

    @Override
    public int countTokens(ModelInput input) {
        return open.use(() -> {
            Tokens tokens = new Tokens();
            tokenizer.read(single(input), spec.maximumTokens(), tokens);
            return tokens.size();
        });
    }

    @Override
    public long memoryBytes() {
        return memoryBytes;
    }

    @Override
    public void close() {
        open.close(() -> {});
    }

    @Override
    public List<float[]> compute(List<Encoded> texts) {
        byte[] room = new byte[table.dimensions()];
        List<float[]> rows = new ArrayList<>(texts.size());
        for (Encoded text : texts) {
            float[] sum = new float[room.length];
            for (long id : text.ids()) {
                table.add(Math.toIntExact(id), sum, room);
            }
            table.makeUnit(sum);
            rows.add(sum);
        }
        return rows;
    }

    private float[] sum(Tokens tokens, byte[] room) {
        float[] sum = new float[room.length];
        for (int i = 0; i < tokens.size(); i++) {
            table.add(tokens.id(i), sum, room);
        }
        table.makeUnit(sum);
        return sum;
    }

    private static String single(ModelInput input) {
        if (input.second() != null) {
            throw new IllegalArgumentException("a table reads single texts");
        }
        return input.text();
    }
}
