package org.byenatos.ai.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.byenatos.ai.engine.Models;
import org.byenatos.ai.engine.model.Limits;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.ai.model.Pooling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no table of this family is refused with its reason and the engine that takes it. */
class TableRefusalTest {

    private final TableOpener opener = new TableOpener(Limits.ofThisMachine());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ReduceL2 | ReduceL1 | other steps
                    Squeeze | Squeezf | other steps
                    rows8 | rows9 | other steps
                    attention_mask | attention_mark | other steps
                    sentence_embedding | sentence_embeddinh | other steps
                    tiny | tinz | other steps
                    """)
    void graphsOfOtherSteps(String from, String to, String reason) throws IOException {
        BuiltIn.change(BuiltIn.copy(folder).resolve(BuiltIn.GRAPH), from, to);
        refused(BuiltIn.spec(), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "NFKD" | "NFD" | its normalizer is
                    ,{"type":"Lowercase"} | `` | its normalizer is
                    "Split" | "Whitespace" | its pre_tokenizer is
                    "Removed" | "Isolated" | its pre_tokenizer is
                    "invert":true | "invert":false | its pre_tokenizer is
                    {1,64} | + | its words are made by the pattern
                    {1,64} | {1,65} | its words are made by the pattern
                    \\\\p{Han} | \\\\p{Klingon} | its words have the class
                    "BPE" | "WordPiece" | its model is
                    "byte_fallback":true | "byte_fallback":false | its model is
                    "dropout":null | "dropout":0.1 | its model is
                    "unk_token":null | "unk_token":"[PAD]" | its model is
                    "ignore_merges":false | "ignore_merges":true | its model is
                    "<0x41>" | "<0x4x>" | it has no token <0x41>
                    "added_tokens":[] | "added_tokens":[{"id":0,"content":"[PAD]"}] | it has added_tokens
                    "post_processor":null | "post_processor":{"type":"ByteLevel"} | it has post_processor
                    "merges":[ | "merges":["a","b" | its merge a
                    "merges":[ | "merges":["a qqqqqqqq", | its merge a qqqqqqqq
                    "merges":[ | "merges":[["a","b"], | its merges are no texts
                    "[PAD]":0 | "[PAD]":-1 | has the id -1
                    "[PAD]":0 | "[PAD]":44257 | up to the id 44257
                    {"version" | [{"version" | no JSON object
                    """)
    void tokenizersOfOtherFamilies(String from, String to, String reason) throws IOException {
        BuiltIn.change(BuiltIn.copy(folder).resolve(BuiltIn.TOKENIZER), from, to);
        refused(BuiltIn.spec(), reason);
    }

    @Test
    void aTableThatIsCut() throws IOException {
        Path table = BuiltIn.copy(folder).resolve(BuiltIn.TABLE);
        byte[] bytes = Files.readAllBytes(table);
        Files.write(table, Arrays.copyOf(bytes, bytes.length - 1));
        refused(BuiltIn.spec(), "does not hold the 11329792 bytes");
    }

    @Test
    void aPromiseOfOtherVectors() {
        BuiltIn.copy(folder);
        refused(BuiltIn.spec(ModelTask.EMBEDDING, 128, Pooling.NONE), "dimensions says 128");
        refused(BuiltIn.spec(ModelTask.EMBEDDING, 256, Pooling.MEAN), "pooling mean");
        refused(BuiltIn.spec(ModelTask.RERANK, 256, Pooling.NONE), "task is rerank");
    }

    @Test
    void modelsOfOtherKinds() {
        Models.staticTable(folder, Models.vocabulary());
        refused(Models.embedding(), "it has added_tokens");
    }

    /** Nothing but a refusal comes of damage, or vectors of numbers. */
    @Test
    void damageAnywhereInTheSmallFiles() throws IOException {
        BuiltIn.copy(folder);
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            Path file = folder.resolve(i % 2 == 0 ? BuiltIn.GRAPH : BuiltIn.TOKENIZER);
            byte[] bytes = Files.readAllBytes(file);
            byte[] damaged = bytes.clone();
            int most = i % 4 == 0 ? 1200 : bytes.length;
            for (int bits = 0; bits < 8; bits++) {
                int at = i % 4 == 0 ? bytes.length - 1 - random.nextInt(most) : random.nextInt(most);
                damaged[at] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            try (OpenModel model = opener.open(folder, BuiltIn.spec())) {
                for (float value :
                        model.run(List.of(new ModelInput("tea"))).rows().get(0)) {
                    assertThat(value).isFinite();
                }
            } catch (ModelRefusedException expected) {
                refused++;
            }
            Files.write(file, bytes);
        }
        assertThat(refused).isGreaterThan(20);
    }

    private void refused(ModelSpec spec, String reason) {
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> opener.open(folder, spec).close())
                .satisfies(refused -> assertThat(refused.getMessage()).contains(reason, "the engine onnxruntime"));
    }
}
