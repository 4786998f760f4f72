package org.byenatos.ai.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.byenatos.ai.engine.EngineForTests;
import org.byenatos.ai.engine.model.Limits;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelOutput;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.error.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The built-in model as a table, beside the same folder in ONNX Runtime. */
class TableModelTest {

    private final TableOpener opener = new TableOpener(Limits.ofThisMachine());
    private final OpenModel model = opener.open(BuiltIn.FOLDER, BuiltIn.spec());

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void givesTheVectorsOfOnnxRuntime() throws IOException {
        List<ModelInput> texts = Stream.concat(
                        BuiltIn.texts().stream(),
                        Stream.of("", " ", "?!", "🙂", "长".repeat(2000), "a\u0301\u0000b", "\uffff")
                                .map(ModelInput::new))
                .toList();
        try (OpenModel original = EngineForTests.get().open(BuiltIn.FOLDER, BuiltIn.spec())) {
            ModelOutput expected = original.run(texts);
            ModelOutput output = model.run(texts);
            assertThat(output.tokens()).isEqualTo(expected.tokens()).isGreaterThan(10_000);
            assertThat(output.rows()).hasSameSizeAs(texts);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(output.rows().get(i))
                        .as(texts.get(i).text())
                        .containsExactly(expected.rows().get(i), within(1e-5f));
                assertThat(model.countTokens(texts.get(i))).isEqualTo(original.countTokens(texts.get(i)));
            }
        }
    }

    @Test
    void aTextWithoutTokensIsZerosAndAllOthersAreUnitVectors() {
        List<float[]> rows =
                model.run(List.of(new ModelInput("…"), new ModelInput("河边"))).rows();
        assertThat(rows.get(0)).hasSize(BuiltIn.DIMENSIONS).containsOnly(0);
        double squares = IntStream.range(0, BuiltIn.DIMENSIONS)
                .mapToDouble(i -> rows.get(1)[i] * rows.get(1)[i])
                .sum();
        assertThat(squares).isCloseTo(1, within(1e-5));
        assertThat(model.run(List.of()).rows()).isEmpty();
    }

    @Test
    void manyThreadsGetTheSameAsOne() throws IOException {
        List<ModelInput> texts = BuiltIn.texts().subList(0, 20);
        Object[] expected = model.run(texts).rows().toArray();
        assertThat(IntStream.range(0, 500)
                        .parallel()
                        .mapToObj(i -> model.run(texts).rows().toArray()))
                .allMatch(rows -> Arrays.deepEquals(rows, expected));
    }

    @Test
    void aClosedOneIsNoLongerThere() {
        assertThat(model.memoryBytes()).isGreaterThan(10_000_000);
        model.close();
        model.close();
        List<ModelInput> texts = List.of(new ModelInput("tea"));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> model.run(texts));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> model.countTokens(texts.get(0)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFilesOfClosedOnesAreUnmappedWithTheGarbage() throws Exception {
        for (int i = 0; i < 40; i++) {
            opener.open(BuiltIn.FOLDER, BuiltIn.spec()).close();
        }
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (mappings() > 1 && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(mappings()).isOne();
    }

    private static long mappings() throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.endsWith("byenatos-static-v1/" + BuiltIn.TABLE))
                    .count();
        }
    }
}
