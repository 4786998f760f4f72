package org.byenatos.personalizationmemory.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.psp.Layer;
import org.byenatos.personalizationmemory.MemoryFixture;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void defaultsAreTheDesigns() {
        Settings settings = Settings.of(MemoryFixture.defaults(), Set.of());

        assertThat(settings.scoring()).isEqualTo(new Settings.Scoring(0.30, 0.35, 0.20, 0.15, Duration.ofDays(90)));
        for (Layer layer : Layer.values()) {
            assertThat(settings.shares()).containsEntry(layer, layer.share());
        }
        assertThat(settings.pspShare()).isEqualTo(0.15);
        assertThat(settings.bufferAge()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.focusAge()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void refusesSharesAboveTheWhole() {
        Settings defaults = Settings.of(MemoryFixture.defaults(), Set.of());

        assertThatThrownBy(() -> new Settings(
                        defaults.scoring(),
                        Map.of(Layer.CORE, 0.8, Layer.WORKING, 0.4),
                        0.2,
                        Duration.ZERO,
                        Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shares");
    }

    @Test
    void knowsItsKeysAndTheFrameworks() {
        assertThat(Settings.of(
                        MemoryFixture.defaults(),
                        Set.of(
                                "weight.use",
                                "freshness.half.life.days",
                                "service.pid",
                                "component.name",
                                ":configurator")))
                .isNotNull();
        assertThatThrownBy(() -> Settings.of(MemoryFixture.defaults(), Set.of("weight.usage")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight.usage")
                .hasMessageContaining("weight.use");
    }
}
