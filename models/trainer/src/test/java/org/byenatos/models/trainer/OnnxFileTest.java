package org.byenatos.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFileTest {
    @TempDir
    Path folder;

    private final QuantisedTable table = QuantisedTable.of(random(40, 24));

    @Test
    void equalsTheSumOfRowsMadeAUnitVector() throws IOException, OrtException {
        float[][] out = run(new long[][] {{3, 17, 3}, {39, 1, 0}}, new long[][] {{1, 1, 1}, {1, 1, 0}});
        assertThat(out[0]).containsExactly(TextVector.of(new int[] {3, 17, 3}, table.floats()), within(1e-5f));
        assertThat(out[1]).containsExactly(TextVector.of(new int[] {39, 1}, table.floats()), within(1e-5f));
    }

    @Test
    void paddingChangesNothing() throws IOException, OrtException {
        float[] bare = run(new long[][] {{5, 6}}, new long[][] {{1, 1}})[0];
        float[] padded = run(new long[][] {{5, 6, 9, 9}}, new long[][] {{1, 1, 0, 0}})[0];
        assertThat(padded).containsExactly(bare, within(1e-6f));
    }

    @Test
    void aTextWithoutTokensIsZeroAndNeverNotANumber() throws IOException, OrtException {
        assertThat(run(new long[][] {{0, 0}}, new long[][] {{0, 0}})[0]).containsOnly(0);
        assertThat(run(new long[][] {{0}, {7}}, new long[][] {{0}, {0}})[1])
                .containsOnly(0)
                .hasSize(24);
    }

    @Test
    void theTableIsInAFileOfItsOwn() throws IOException {
        Path rows = folder.resolve("rows");
        Path graph = folder.resolve("graph");
        new OnnxFile().write(table, graph, rows);
        assertThat(Files.readAllBytes(rows))
                .startsWith(table.rows()[0])
                .endsWith(table.rows()[39])
                .hasSize(40 * 24);
        assertThat(Files.size(graph)).isLessThan(2_000);
    }

    private float[][] run(long[][] ids, long[][] mask) throws IOException, OrtException {
        Path file = folder.resolve("model.onnx");
        new OnnxFile().write(table, file, folder.resolve("model.onnx.data"));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor first = OnnxTensor.createTensor(environment, ids);
                OnnxTensor second = OnnxTensor.createTensor(environment, mask);
                OrtSession.Result result = session.run(Map.of("input_ids", first, "attention_mask", second))) {
            return (float[][]) result.get("sentence_embedding").orElseThrow().getValue();
        }
    }

    static float[][] random(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] out = new float[rows][columns];
        for (float[] row : out) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) random.nextDouble(-1, 1);
            }
        }
        return out;
    }
}
