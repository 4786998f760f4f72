package org.byenatos.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.byenatos.ai.engine.table.BuiltIn;
import org.byenatos.ai.engine.text.Encoded;
import org.byenatos.ai.engine.text.TextTokenizer;
import org.byenatos.api.ai.model.ModelEngine;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.ai.model.Pooling;
import org.junit.jupiter.api.Test;

/**
 * Runs a static table and an encoder of MiniLM's size through the engine for ONNX files, the built-in model through the one
 * for tables, and by turns with them, each through ONNX Runtime alone with the same options, checks that both give the same,
 * and prints how long they took. Runs when it is asked for by name: see the bundle's README.
 */
class EngineBenchmark {

    private static final int ROWS = 32_000;
    private static final int WIDTH = 256;

    /** The seconds for each length are those of the system property {@code seconds}, else 5. */
    @Test
    void besideBareOnnxRuntime() throws Exception {
        double seconds = Double.parseDouble(System.getProperty("seconds", "5"));
        OnnxEngine engine = EngineForTests.get();
        Path table = Files.createTempDirectory("byenatos-table");
        Models.staticTable(table, ROWS, WIDTH);
        Models.withLargeTokenizer(table, ROWS);
        compare(engine, "static table 32000 x 256, int8", table, spec(WIDTH), tokens -> texts(ROWS, tokens), seconds);
        Path encoder = Encoder.write(Files.createTempDirectory("byenatos-encoder"));
        compare(
                engine,
                "encoder of MiniLM's size, int8",
                encoder,
                spec(Encoder.DIMENSIONS),
                tokens -> texts(Encoder.VOCABULARY, tokens),
                seconds);
        compare(
                new TableEngine(),
                "the built-in model by the engine for tables, texts of the demo",
                BuiltIn.FOLDER,
                BuiltIn.spec(),
                EngineBenchmark::demo,
                seconds);
    }

    private static void compare(
            ModelEngine engine,
            String title,
            Path folder,
            ModelSpec spec,
            IntFunction<List<ModelInput>> ofLength,
            double seconds)
            throws Exception {
        System.out.printf("%n%s%n", title);
        System.out.printf(
                "%8s %30s %30s %8s%n", "tokens", "engine p50 / p99 ms", "bare ONNX Runtime p50 / p99", "ratio");
        try (OpenModel model = engine.open(folder, spec);
                Bare bare = new Bare(folder)) {
            for (int tokens : new int[] {16, 64, 256}) {
                List<ModelInput> texts = ofLength.apply(tokens);
                assertThat(model.run(texts.subList(0, 1)).rows().get(0))
                        .containsExactly(bare.run(texts.get(0)), within(1e-5f));
                IntFunction<Object> ours = i -> model.run(List.of(texts.get(i % texts.size())));
                IntFunction<Object> theirs = i -> bare.run(texts.get(i % texts.size()));
                measure(List.of(ours, theirs), seconds / 2);
                long[][] nanos = measure(List.of(ours, theirs), seconds);
                System.out.printf(
                        "%8d %18.3f / %9.3f %18.3f / %9.3f %8.3f%n",
                        tokens,
                        at(nanos[0], 50),
                        at(nanos[0], 99),
                        at(nanos[1], 50),
                        at(nanos[1], 99),
                        at(nanos[0], 50) / at(nanos[1], 50));
            }
        }
    }

    /** By turns, so that noise of the machine meets both. */
    private static long[][] measure(List<IntFunction<Object>> runs, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long[][] nanos = new long[runs.size()][1024];
        int count = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < runs.size(); i++) {
                int which = (i + count) % runs.size();
                long begin = System.nanoTime();
                Object result = runs.get(which).apply(count);
                nanos[which] = count < nanos[which].length ? nanos[which] : Arrays.copyOf(nanos[which], count * 2);
                nanos[which][count] = System.nanoTime() - begin;
                if (result == null) {
                    throw new AssertionError();
                }
            }
            count++;
        }
        int runsDone = count;
        return Arrays.stream(nanos)
                .map(all -> Arrays.stream(all, 0, runsDone).sorted().toArray())
                .toArray(long[][]::new);
    }

    private static double at(long[] sorted, int percent) {
        return sorted[(int) ((sorted.length - 1) * percent / 100.0)] / 1e6;
    }

    private static List<ModelInput> texts(int words, int tokens) {
        Random random = new Random(tokens);
        return IntStream.range(0, 100)
                .mapToObj(i -> random.ints(tokens - 2, 4, words)
                        .mapToObj(word -> "w" + word)
                        .collect(Collectors.joining(" ")))
                .map(ModelInput::new)
                .toList();
    }

    /** Stretches of the demo's texts of so many tokens, or one more. */
    private static List<ModelInput> demo(int tokens) {
        try (OpenModel counter = new TableEngine().open(BuiltIn.FOLDER, BuiltIn.spec())) {
            String all = BuiltIn.texts().stream().map(ModelInput::text).collect(Collectors.joining(" "));
            Random random = new Random(tokens);
            return IntStream.range(0, 100)
                    .mapToObj(i -> stretch(all.substring(random.nextInt(all.length() * 9 / 10)), tokens, counter))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ModelInput stretch(String text, int tokens, OpenModel counter) {
        int end = tokens;
        while (counter.countTokens(new ModelInput(text.substring(0, end))) < tokens) {
            end++;
        }
        return new ModelInput(text.substring(0, end));
    }

    private static ModelSpec spec(int width) {
        ModelSpec small = Models.spec(ModelTask.EMBEDDING, width, Pooling.NONE, false);
        return new ModelSpec(
                small.id(),
                small.task(),
                small.engine(),
                small.files(),
                width,
                512,
                small.pooling(),
                false,
                "",
                "",
                List.of(),
                small.languages(),
                null);
    }

    /** The same tokenizer and the runtime's own Java API. */
    private static final class Bare implements AutoCloseable {

        private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        private final TextTokenizer tokenizer;
        private final OrtSession session;

        Bare(Path folder) throws OrtException, IOException {
            tokenizer = TextTokenizer.open(Files.readString(folder.resolve("tokenizer.json")), 512);
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(folder.resolve("model.onnx").toString(), options);
        }

        float[] run(ModelInput text) {
            Encoded encoded = tokenizer.encode(text);
            long[] mask = new long[encoded.length()];
            Arrays.fill(mask, 1);
            Map<String, long[]> values =
                    Map.of("input_ids", encoded.ids(), "attention_mask", mask, "token_type_ids", encoded.types());
            Map<String, OnnxTensor> inputs = new HashMap<>();
            try {
                for (String name : session.getInputNames()) {
                    inputs.put(
                            name,
                            OnnxTensor.createTensor(
                                    environment, LongBuffer.wrap(values.get(name)), new long[] {1, encoded.length()}));
                }
                try (OrtSession.Result result = session.run(inputs)) {
                    return ((float[][]) result.get(0).getValue())[0];
                }
            } catch (OrtException failed) {
                throw new IllegalStateException(failed);
            } finally {
                inputs.values().forEach(OnnxTensor::close);
            }
        }

        @Override
        public void close() throws OrtException {
            session.close();
            tokenizer.close();
        }
    }
}
