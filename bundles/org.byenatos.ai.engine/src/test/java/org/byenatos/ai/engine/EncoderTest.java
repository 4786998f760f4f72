package org.byenatos.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelOutput;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.ai.model.Pooling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transformer of a real one's size. */
class EncoderTest {

    @Test
    void aQuantisedEncoderGivesUnitVectorsThatDifferByText(@TempDir Path folder) throws Exception {
        Encoder.write(folder);
        assertThat(Files.size(folder.resolve("model.onnx"))).isBetween(22_000_000L, 30_000_000L);
        try (OpenModel model = EngineForTests.get()
                .open(folder, Models.spec(ModelTask.EMBEDDING, Encoder.DIMENSIONS, Pooling.NONE, false))) {
            ModelOutput output = model.run(
                    List.of(new ModelInput("w100 w200 w300"), new ModelInput("w300 w200 w100"), new ModelInput("w9")));
            assertThat(dot(output, 0, 0)).isCloseTo(1, within(1e-4));
            assertThat(dot(output, 0, 1)).isLessThan(0.9999);
            assertThat(dot(output, 0, 2)).isLessThan(0.9999);
            assertThat(model.memoryBytes()).isGreaterThan(Files.size(folder.resolve("model.onnx")));
        }
    }

    private static double dot(ModelOutput output, int one, int other) {
        double sum = 0;
        for (int i = 0; i < Encoder.DIMENSIONS; i++) {
            sum += output.rows().get(one)[i] * output.rows().get(other)[i];
        }
        return sum;
    }
}
