package org.byenatos.ai.engine;

import static org.byenatos.ai.engine.GraphWriter.with;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.Pooling;

/** Folders of small models with weights from a seed. */
public final class Models {

    /** Length of their vectors. */
    public static final int DIMENSIONS = 16;

    private static final List<String> WORDS = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "river", "walk", "##ing", "tea", "hill", "沿", "着", "河", "边", "a", ".");

    private Models() {}

    /** How many tokens their tokenizer knows. */
    public static int vocabulary() {
        return WORDS.size();
    }

    /** What would stand in model.json. */
    public static ModelSpec spec(ModelTask task, int dimensions, Pooling pooling, boolean normalize) {
        return new ModelSpec(
                "test-model",
                task,
                "onnxruntime",
                Map.of(),
                dimensions,
                64,
                pooling,
                normalize,
                "",
                "",
                List.of(),
                List.of("en", "zh"),
                "Apache-2.0");
    }

    /** For {@link #staticTable}. */
    public static ModelSpec embedding() {
        return spec(ModelTask.EMBEDDING, DIMENSIONS, Pooling.NONE, false);
    }

    /** A table of int8 rows with scales, masked mean and unit length in the graph. */
    public static Path staticTable(Path folder, int rows) {
        return staticTable(folder, rows, DIMENSIONS);
    }

    /** As above, of another width. */
    public static Path staticTable(Path folder, int rows, int dimensions) {
        GraphWriter graph = new GraphWriter().tokens("input_ids").tokens("attention_mask");
        Random random = new Random(7);
        byte[] table = new byte[rows * dimensions];
        random.nextBytes(table);
        float[] scales = new float[rows];
        for (int i = 0; i < rows; i++) {
            scales[i] = 0.001f + random.nextFloat() / 100;
        }
        graph.bytes("table", table, rows, dimensions);
        graph.floats("scales", scales, rows);
        String rowsOfTokens =
                graph.step("Cast", List.of(graph.step("Gather", List.of("table", "input_ids"))), with("to", 1));
        String scaleOfTokens = graph.step("Gather", List.of("scales", "input_ids"));
        String mask = graph.step("Cast", List.of("attention_mask"), with("to", 1));
        String weights = graph.step(
                "Unsqueeze", List.of(graph.step("Mul", List.of(scaleOfTokens, mask)), graph.longs("second", 1)));
        String sum = graph.step("Squeeze", List.of(graph.step("MatMul", List.of(weights, rowsOfTokens)), "second"));
        String length = graph.step("ReduceL2", List.of(sum, "second"), with("keepdims", 1));
        String some = graph.step("Max", List.of(length, graph.scalar("tiny", 1e-9f)));
        graph.step("Div", List.of(sum, some), List.of("sentence_embedding"));
        graph.output("sentence_embedding", "batch", Integer.toString(dimensions))
                .write(folder.resolve("model.onnx"));
        return withTokenizer(folder);
    }

    /** A table whose graph gives one vector a token. */
    public static Path tokenTable(Path folder) {
        GraphWriter graph =
                new GraphWriter().tokens("input_ids").tokens("attention_mask").tokens("token_type_ids");
        float[] table = new float[vocabulary() * DIMENSIONS];
        Random random = new Random(8);
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) random.nextGaussian();
        }
        graph.floats("table", table, vocabulary(), DIMENSIONS);
        graph.floats("types", new float[2 * DIMENSIONS], 2, DIMENSIONS);
        graph.step(
                "Add",
                List.of(
                        graph.step("Gather", List.of("table", "input_ids")),
                        graph.step("Gather", List.of("types", "token_type_ids"))),
                List.of("last_hidden_state"));
        graph.output("last_hidden_state", "batch", "tokens", Integer.toString(DIMENSIONS))
                .write(folder.resolve("model.onnx"));
        return withTokenizer(folder);
    }

    /** Scores of pairs: how many tokens belong to the second text. */
    public static Path pairScores(Path folder) {
        GraphWriter graph =
                new GraphWriter().tokens("input_ids").tokens("attention_mask").tokens("token_type_ids");
        String types = graph.step("Cast", List.of("token_type_ids"), with("to", 1));
        graph.step("ReduceSum", List.of(types, graph.longs("second", 1)), List.of("logits"), with("keepdims", 1));
        graph.output("logits", "batch", "1").write(folder.resolve("model.onnx"));
        return withTokenizer(folder);
    }

    /** The tokenizer of the small vocabulary: WordPiece as BERT has it. */
    public static Path withTokenizer(Path folder) {
        StringBuilder vocabulary = new StringBuilder();
        for (int id = 0; id < WORDS.size(); id++) {
            vocabulary
                    .append(id == 0 ? "" : ",")
                    .append('"')
                    .append(WORDS.get(id))
                    .append("\":")
                    .append(id);
        }
        return withTokenizer(folder, vocabulary.toString());
    }

    /** The same with words {@code w4}, {@code w5} and so on. */
    public static Path withLargeTokenizer(Path folder, int size) {
        StringBuilder vocabulary = new StringBuilder("\"[PAD]\":0,\"[UNK]\":1,\"[CLS]\":2,\"[SEP]\":3");
        for (int id = 4; id < size; id++) {
            vocabulary.append(",\"w").append(id).append("\":").append(id);
        }
        return withTokenizer(folder, vocabulary.toString());
    }

    private static Path withTokenizer(Path folder, String vocabulary) {
        String json = """
                {"version":"1.0","truncation":null,"padding":null,
                "added_tokens":[%s],
                "normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":true},
                "pre_tokenizer":{"type":"BertPreTokenizer"},
                "post_processor":{"type":"TemplateProcessing",
                "single":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"[SEP]","type_id":0}}],
                "pair":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"[SEP]","type_id":0}},{"Sequence":{"id":"B","type_id":1}},{"SpecialToken":{"id":"[SEP]","type_id":1}}],
                "special_tokens":{"[CLS]":{"id":"[CLS]","ids":[2],"tokens":["[CLS]"]},"[SEP]":{"id":"[SEP]","ids":[3],"tokens":["[SEP]"]}}},
                "decoder":{"type":"WordPiece","prefix":"##","cleanup":true},
                "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":100,"vocab":{%s}}}
                """.formatted(added(), vocabulary);
        try {
            Files.writeString(folder.resolve("tokenizer.json"), json);
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String added() {
        StringBuilder tokens = new StringBuilder();
        for (int id = 0; id < 4; id++) {
            tokens.append(id == 0 ? "" : ",").append("""
                    {"id":%d,"content":"%s","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}""".formatted(id, WORDS.get(id)));
        }
        return tokens.toString();
    }
}
