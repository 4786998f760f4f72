package org.byenatos.virtualcore.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionSettingsTest {

    @Test
    void theDefaultsAreTheContracts() {
        AttentionSettings settings = Configurations.defaults();

        assertThat(settings.window()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.weights()).isEqualTo(new AttentionSettings.Weights(0.30, 0.25, 0.30, 0.15));
        assertThat(settings.depth()).isEqualTo(new AttentionSettings.Depth(0.8, 1.0, 1.2, 200));
    }

    @Test
    void takesTheFrameworksKeysAndItsOwn() {
        AttentionSettings settings = Configurations.settings(
                Map.of("service.pid", AttentionConfiguration.PID, "attention.window.days", 7, "similar.cosine", 0.5));

        assertThat(settings.window()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.likeness().similar()).isEqualTo(0.5);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configurations.settings(Map.of("attention.windows.days", 7)))
                .withMessageContaining("attention.windows.days");
    }

    @ParameterizedTest
    @CsvSource({"attention.window.days, 0", "attention.visit.gap.minutes, -1", "history.records, 63"})
    void refusesWhatIsOutOfRange(String key, int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configurations.settings(Map.of(key, value)))
                .withMessageContaining(key);
    }

    @Test
    void refusesStepsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configurations.settings(Map.of("attention.similar.records", new int[] {3, 1, 5})))
                .withMessageContaining("ascend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configurations.settings(Map.of("attention.similar.values", new double[] {0.1})))
                .withMessageContaining("one more");
    }
}
